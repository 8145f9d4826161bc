package dev.tiptoe.cli;

import dev.tiptoe.cli.Comparison.View;
import dev.tiptoe.history.ChangeSet;
import dev.tiptoe.history.ChangeSet.Gone;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.project.DiskTree;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.Homes;
import dev.tiptoe.project.MigrationFile;
import dev.tiptoe.project.OverlayTree;
import dev.tiptoe.project.Slashes;
import dev.tiptoe.project.SourceReader;
import dev.tiptoe.project.Tree;
import dev.tiptoe.report.Report;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One run over many files, folder by folder, one file at a time in memory. */
final class LintRun {

  private final LintRequest request;
  private final Surroundings surroundings;
  private final Narrator narrator;
  private final InForce inForce;
  private final Map<Settings, Homes> homes = new HashMap<>();
  private final Comparison comparison;
  private final Targets targets;
  private final Exemptions exemptions;
  private final Ledger ledger;
  private final FileRun files;

  LintRun(LintRequest request, Surroundings surroundings, Report report, Exemptions exemptions) {
    this.exemptions = exemptions;
    this.request = request;
    this.narrator = new Narrator(surroundings.err(), request.manner().verbosity());
    this.surroundings = surroundings;
    this.inForce =
        new InForce(
            request.given(),
            request.config().map(surroundings.folder()::resolve),
            surroundings.folder(),
            narrator);
    this.comparison = new Comparison(request, surroundings);
    this.targets = new Targets(surroundings);
    this.ledger = new Ledger(surroundings, report, request, narrator);
    this.files = new FileRun(request, surroundings, ledger);
  }

  int run() throws IOException {
    if (request.readsStdin()) {
      stdin();
    } else {
      files(request.paths().isEmpty() ? found() : named(request.paths()));
    }
    exemptions.tell(narrator);
    ledger.close();
    return ledger.exitCode();
  }

  private void stdin() throws IOException {
    boolean placed = request.stdinName().isPresent();
    String shown = request.stdinName().orElse(Inputs.STDIN);
    Path path = surroundings.folder().resolve(request.stdinName().orElse("stdin.sql"));
    Path top = path.toAbsolutePath().getParent();
    MigrationFile file = new MigrationFile(path, shown, top == null ? path : top);
    try {
      SourceFile source = SourceReader.read(surroundings.in(), shown);
      Settings settings = inForce.of(path);
      Home home = homes(settings).of(path, source.text());
      // Where nobody said where it belongs, the files that happen to be here are not its history.
      Tree tree = new OverlayTree(placed ? new DiskTree() : Tree.empty(), path, source);
      folder(home, View.ofAll(ChangeSet.unknown(), tree))
          .run(List.of(new Job(home, file, settings)));
    } catch (FileProblem e) {
      ledger.addUnread(shown, e.reason());
    } catch (UsageError e) {
      throw e;
    } catch (RuntimeException e) {
      ledger.addBug(shown, e);
    }
  }

  private List<MigrationFile> named(List<String> paths) {
    return new Inputs(surroundings.folder(), narrator, ledger::addUnread).of(paths);
  }

  /** The migrations of the project here: where its configuration says, else where they look so. */
  private List<MigrationFile> found() {
    Settings settings = inForce.of(surroundings.folder());
    if (!settings.paths().isEmpty()) {
      return named(settings.paths().stream().map(this::shown).toList());
    }
    List<MigrationFile> found = new ArrayList<>();
    try {
      for (Home home : homes(settings).below(surroundings.folder())) {
        for (Migration migration : home.migrations(View.OF_ALL.tree())) {
          Path path = home.folder().resolve(migration.path());
          if (migration.kind() == Migration.Kind.DOWN) {
            narrator.detail(shown(path) + Inputs.TAKES_BACK);
          } else {
            found.add(new MigrationFile(path, shown(path), home.folder()));
          }
        }
      }
    } catch (FileProblem e) {
      throw new UsageError(e.reason());
    }
    // A hook also looks at commits that have nothing to do with migrations.
    if (found.isEmpty() && !comparison.isStaged()) {
      throw new UsageError(
          "there are no migrations here that Tiptoe would know by their names;"
              + " name the files or folders to look at, or - for standard input\n  See tiptoe --help.");
    }
    return found;
  }

  private void files(List<MigrationFile> named) throws IOException {
    Map<Home, List<Job>> byHome = new LinkedHashMap<>();
    for (MigrationFile file : named) {
      Settings settings = inForce.of(file.path());
      Home home = homes(settings).of(file.path());
      byHome.computeIfAbsent(home, h -> new ArrayList<>()).add(new Job(home, file, settings));
    }
    Map<Home, View> views = comparison.views(byHome.keySet());
    byHome.replaceAll((home, jobs) -> selected(home, jobs, views));
    surroundings.progress().expect(byHome.values().stream().mapToInt(List::size).sum());
    ledger.limitTo(comparison.limit());
    for (Map.Entry<Home, List<Job>> entry : byHome.entrySet()) {
      Home home = entry.getKey();
      View view = views.getOrDefault(home, View.OF_ALL);
      FolderRun folder = folder(home, view);
      if (comparison.isLimited()) {
        reportGone(home, view, folder);
      }
      folder.run(entry.getValue());
    }
  }

  private List<Job> selected(Home home, List<Job> jobs, Map<Home, View> views) {
    View view = views.getOrDefault(home, View.OF_ALL);
    List<Job> all = new ArrayList<>(jobs);
    if (comparison.isStaged()) {
      all.addAll(onlyStaged(home, view, jobs));
    }
    List<Job> selected = all.stream().filter(job -> view.selects().test(job.path())).toList();
    String folder = home.folder().equals(here()) ? "." : shown(home.folder());
    narrator.detail(folder + ": " + tool(home, jobs.get(0).settings()));
    if (selected.size() < all.size()) {
      narrator.detail(
          folder
              + ": "
              + (all.size() - selected.size())
              + " of "
              + all.size()
              + " files left out, because they are not "
              + comparison.limit());
    }
    return selected;
  }

  private String tool(Home home, Settings settings) {
    return home.runner().is(Layouts.PLAIN)
        ? "nothing tells which tool runs it"
        : "run by " + home.runner() + " (by " + homes(settings).teller(home) + ")";
  }

  /** The migrations that the next commit has, though they are gone from the disk. */
  private List<Job> onlyStaged(Home home, View view, List<Job> onDisk) {
    Set<String> known = onDisk.stream().map(Job::path).collect(Collectors.toSet());
    List<Job> staged = new ArrayList<>();
    try {
      for (Migration migration : home.migrations(view.tree())) {
        if (migration.kind() != Migration.Kind.DOWN && !known.contains(migration.path())) {
          job(home, migration).ifPresent(staged::add);
        }
      }
    } catch (FileProblem e) {
      // What is wrong shows when the folder is looked at.
    }
    return staged;
  }

  private void reportGone(Home home, View view, FolderRun folder) throws IOException {
    for (Gone gone : view.changes().gone()) {
      Optional<Job> job = job(home, gone.migration());
      if (job.isPresent()) {
        folder.report(gone, job.get());
      }
    }
  }

  /** The work on a migration that need not be on the disk; empty if no path named it. */
  private Optional<Job> job(Home home, Migration migration) {
    Path path = home.folder().resolve(migration.path());
    return asNamed(path)
        .map(
            shown ->
                new Job(home, new MigrationFile(path, shown, home.folder()), inForce.of(path)));
  }

  /** A path as files below the paths of the command line are shown; empty if it is below none. */
  private Optional<String> asNamed(Path path) {
    if (request.paths().isEmpty()) {
      return Optional.of(shown(path));
    }
    for (String named : request.paths()) {
      Path folder = surroundings.folder().resolve(named).toAbsolutePath().normalize();
      if (path.startsWith(folder)) {
        Path shown = Path.of(named).resolve(folder.relativize(path)).normalize();
        return Optional.of(Slashes.of(shown));
      }
    }
    return Optional.empty();
  }

  private String shown(Path path) {
    return Slashes.between(here(), path);
  }

  private Path here() {
    return surroundings.folder().toAbsolutePath().normalize();
  }

  private FolderRun folder(Home home, View view) {
    return new FolderRun(home, view, targets, exemptions, files, ledger);
  }

  private Homes homes(Settings settings) {
    return homes.computeIfAbsent(
        settings, s -> new Homes(s.tool().flatMap(Layouts::of), s.toolVersion()));
  }
}
