package dev.tiptoe.cli;

import dev.tiptoe.cli.Comparison.View;
import dev.tiptoe.history.ChangeSet;
import dev.tiptoe.history.ChangeSet.Gone;
import dev.tiptoe.history.ReadAhead;
import dev.tiptoe.history.StartingSchema;
import dev.tiptoe.history.Timeline;
import dev.tiptoe.layout.Migration;
import dev.tiptoe.layout.Place;
import dev.tiptoe.lint.Circumstances;
import dev.tiptoe.lint.Misfit;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Home;
import dev.tiptoe.project.NamedDatabase;
import dev.tiptoe.project.Told;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at files of one folder in the order in which they run, each after those before it. */
final class FolderRun {

  private final Home home;
  private final View view;
  private final ChangeSet changes;
  private final ReadAhead tree;
  private final Targets targets;
  private final Exemptions exemptions;
  private final FileRun files;
  private final Ledger ledger;
  private final Map<Target, Timeline> timelines = new HashMap<>();

  /** All files of the folder, also those that this run writes. */
  private List<String> paths = List.of();

  FolderRun(
      Home home, View view, Targets targets, Exemptions exemptions, FileRun files, Ledger ledger) {
    this.home = home;
    this.view = view;
    this.changes = view.changes();
    this.tree = new ReadAhead(view.tree());
    this.targets = targets;
    this.exemptions = exemptions;
    this.files = files;
    this.ledger = ledger;
  }

  void run(List<Job> jobs) throws IOException {
    Map<String, Job> left = new LinkedHashMap<>();
    jobs.forEach(job -> left.put(job.path(), job));
    List<Migration> migrations = readFolder();
    try (tree) {
      tree.start(planned(migrations, left));
      run(migrations, left);
    }
  }

  private void run(List<Migration> migrations, Map<String, Job> left) throws IOException {
    for (Migration migration : migrations) {
      Job job = left.remove(migration.path());
      if (job != null) {
        guarded(job, source -> inHistory(job, source, migration, migrations));
      }
    }
    for (Job other : left.values()) {
      guarded(other, source -> alone(other, source));
    }
  }

  /** All that lies before the last of the jobs; what is not looked at itself is history. */
  private List<ReadAhead.Planned> planned(List<Migration> migrations, Map<String, Job> jobs) {
    List<ReadAhead.Planned> planned = new ArrayList<>();
    int end = 0;
    for (Migration migration : migrations) {
      Job job = jobs.get(migration.path());
      if (job != null) {
        planned.add(new ReadAhead.Planned(job.file().path(), job.file().shown()));
        end = planned.size();
      } else if (migration.kind() != Migration.Kind.DOWN) {
        planned.add(
            new ReadAhead.Planned(home.folder().resolve(migration.path()), migration.path()));
      }
    }
    return planned.subList(0, end);
  }

  /** Reports a migration that databases have run and whose file is gone. */
  void report(Gone gone, Job job) throws IOException {
    if (isForUnknownDatabase(job)) {
      return;
    }
    SourceFile source = new SourceFile(job.file().shown(), gone.text());
    try {
      Target target = target(job, source).value();
      Circumstances circumstances =
          circumstances(job, new Catalog(target), List.of(changes.misfit(gone)));
      // Nothing in it runs any more, so nothing in it is judged.
      Script script = new Script(source, target, List.of(), List.of());
      files.look(job.settings(), script, circumstances);
    } catch (FileProblem e) {
      ledger.addUnread(source.path(), e.reason());
    }
  }

  private List<Migration> readFolder() {
    try {
      paths = List.copyOf(tree.below(home.folder(), home.runner().layout().depth()));
      return home.migrations(paths, tree);
    } catch (FileProblem e) {
      // Nothing is known then of what came before; what is wrong shows when a file is read.
      return List.of();
    }
  }

  private interface Look {
    void at(SourceFile source) throws IOException, FileProblem;
  }

  private void guarded(Job job, Look look) throws IOException {
    String shown = job.file().shown();
    try {
      if (isForUnknownDatabase(job)) {
        ledger.addLeftOut(shown);
        return;
      }
      look.at(tree.read(job.file().path(), shown));
    } catch (FileProblem e) {
      ledger.addUnread(shown, e.reason());
    } catch (RuntimeException | StackOverflowError e) {
      ledger.addBug(shown, e);
    } finally {
      ledger.done();
    }
  }

  /** Only a name tells; a file for SQLite may well look like one for the others. */
  private static boolean isForUnknownDatabase(Job job) {
    return NamedDatabase.in(job.path()).filter(named -> named.dialects().isEmpty()).isPresent();
  }

  private void inHistory(
      Job job, SourceFile source, Migration migration, List<Migration> migrations)
      throws IOException, FileProblem {
    Told<Target> told = target(job, source);
    Target target = told.value();
    Timeline timeline = timelines.get(target);
    if (timeline == null) {
      Catalog start = StartingSchema.read(job.settings().startingSchema(), target);
      timeline = new Timeline(home, migrations, tree, m -> changes.isNew(m.path()), start);
      timelines.put(target, timeline);
    }
    if (!timeline.runsHere(migration)) {
      ledger.addLeftOut(source.path());
      return;
    }
    List<Misfit> misfits = changes.misfits(migration, source, target);
    int replayed = timeline.replayed();
    Circumstances circumstances = circumstances(job, timeline.before(migration), misfits);
    ledger.begin(source.path(), told, timeline.replayed() - replayed);
    FileRun.Done done = files.run(job, source, circumstances, view, tree);
    timeline.passed(migration, done.schema());
    if (!done.newFiles().isEmpty()) {
      paths = List.copyOf(Stream.concat(paths.stream(), done.newFiles().stream()).toList());
    }
  }

  private void alone(Job job, SourceFile source) throws IOException, FileProblem {
    Told<Target> told = target(job, source);
    Target target = told.value();
    if (NamedDatabase.in(job.path()).filter(d -> !d.includes(target.dialect())).isPresent()) {
      ledger.addLeftOut(source.path());
      return;
    }
    ledger.begin(source.path(), told, 0);
    Catalog empty = new Catalog(target);
    files.run(job, source, circumstances(job, empty, List.of()), view, tree);
  }

  private Circumstances circumstances(Job job, Catalog schema, List<Misfit> misfits) {
    return new Circumstances(
        schema,
        home.runner(job.path(), tree),
        misfits,
        exemptions.of(job.file().path(), job.settings()),
        new Place(job.path(), paths));
  }

  private Told<Target> target(Job job, SourceFile source) throws FileProblem {
    return targets.of(job.file(), source, job.settings());
  }
}
