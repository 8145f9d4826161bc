package dev.tiptoe.cli;

import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Git;
import dev.tiptoe.project.GitProblem;
import dev.tiptoe.project.HooksFolder;
import dev.tiptoe.project.HooksFolder.Reach;
import dev.tiptoe.project.SourceReader;
import dev.tiptoe.project.SourceWriter;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Puts Tiptoe into the pre-commit hook of a repository, beside what others wrote there. */
final class HookInstaller {

  /** How the launcher scripts say where they are. */
  private static final String LAUNCHER = "tiptoe.launcher";

  private static final String BY_HAND = "tiptoe --staged || exit 1";

  private final Surroundings surroundings;
  private final HooksFolder hooks;
  private final Path file;
  private final String shown;

  private HookInstaller(Surroundings surroundings, HooksFolder hooks) {
    this.surroundings = surroundings;
    this.hooks = hooks;
    this.file = hooks.folder().resolve("pre-commit");
    this.shown = shown(file, surroundings.folder());
  }

  static HookInstaller at(Surroundings surroundings) {
    try {
      Git git = new Git(surroundings.variables());
      return new HookInstaller(surroundings, HooksFolder.of(git, surroundings.folder()));
    } catch (GitProblem e) {
      throw new UsageError(e.reason());
    }
  }

  /**
   * @param command what the hook calls Tiptoe with
   */
  void install(String command) {
    refuseFoldersOfOthers();
    Optional<String> launcher = hooks.reach() == Reach.THIS_CLONE ? launcher() : Optional.empty();
    try {
      if (!write(new HookBlock(command, launcher))) {
        return;
      }
    } catch (FileProblem e) {
      throw new UsageError(shown + ": " + e.reason());
    }
    tell("Commits are refused from now on if a staged migration has an error.");
    if (hooks.reach() == Reach.ALL_CLONES) {
      tell("The hook is a file of the repository: commit it, and others have it too.");
    }
    tell("Past it, once:  git commit --no-verify");
    tell("Without it:     tiptoe hook uninstall");
  }

  /** Whether something had to be written. */
  private boolean write(HookBlock block) throws FileProblem {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      refuseHooksOfManagers("");
      new SourceWriter().create(file, block.alone());
      makeExecutable();
      tell("Wrote " + shown + ".");
      return true;
    }
    SourceFile hook = readOwnable();
    String text = block.in(hook);
    if (text.equals(hook.text())) {
      tell(shown + " has it already.");
      return false;
    }
    boolean renewed = HookBlock.find(hook).isPresent();
    new SourceWriter().replace(file, hook.text(), text);
    tell(
        (renewed ? "Renewed Tiptoe's lines in " : "Added Tiptoe to ")
            + shown
            + "; all else in it stays.");
    return true;
  }

  void uninstall() {
    try {
      Optional<SourceFile> hook =
          Files.isRegularFile(file)
              ? Optional.of(SourceReader.read(file, shown))
              : Optional.empty();
      Optional<Span> block = hook.flatMap(HookBlock::find);
      if (block.isEmpty()) {
        tell("There is nothing of Tiptoe in " + shown + ".");
        return;
      }
      Optional<String> rest = HookBlock.without(hook.orElseThrow(), block.get());
      if (rest.isPresent()) {
        new SourceWriter().replace(file, hook.orElseThrow().text(), rest.get());
        tell("Took Tiptoe out of " + shown + "; all else in it stays.");
      } else {
        Files.delete(file);
        tell("Deleted " + shown + ", which did nothing else.");
      }
    } catch (FileProblem e) {
      throw new UsageError(shown + ": " + e.reason());
    } catch (IOException e) {
      throw new UsageError(shown + " cannot be deleted: " + e.getMessage());
    }
  }

  private void refuseFoldersOfOthers() {
    if (hooks.reach() == Reach.OTHERS) {
      throw new UsageError(
          "git's setting core.hooksPath leads to "
              + hooks.folder()
              + ", which is outside of this repository, so its hooks are for others as well."
              + " Nothing was written. If they should all be so, add to "
              + file
              + ":\n\n  "
              + BY_HAND
              + "\n\nElse give this repository hooks of its own, and run this again:\n\n"
              + "  git config core.hooksPath \"$(git rev-parse --git-common-dir)/hooks\"");
    }
  }

  private void refuseHooksOfManagers(String text) {
    Optional<HookManager> manager = HookManager.of(hooks.folder(), text);
    if (manager.isPresent()) {
      throw notTouched(
          " belongs to " + manager.get().title(), manager.get().file(), manager.get().lines());
    }
  }

  /** The hook, if lines of ours can stand in it. */
  private SourceFile readOwnable() {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw byHand(" is a link or a folder", "where it leads");
    }
    SourceFile hook = readText();
    refuseHooksOfManagers(hook.text());
    if (!HookBlock.isShell(hook)) {
      throw byHand(" is no shell script", "it, as it would be in a shell");
    }
    if (!Files.isExecutable(file)) {
      throw new UsageError(
          shown
              + " is not executable, so git passes it over; if it may run, make it so (chmod +x), else move it"
              + " away, and run this again");
    }
    return hook;
  }

  private SourceFile readText() {
    try {
      return SourceReader.read(file, shown);
    } catch (FileProblem notText) {
      throw byHand(" is no shell script", "it, as it would be in a shell");
    }
  }

  private UsageError byHand(String why, String where) {
    return notTouched(why, where, BY_HAND);
  }

  private UsageError notTouched(String why, String where, String lines) {
    return new UsageError(
        shown
            + why
            + ", so it was not touched. Add to "
            + where
            + ":\n\n"
            + lines.indent(2).stripTrailing());
  }

  private void makeExecutable() throws FileProblem {
    if (!file.toFile().setExecutable(true, false)) {
      throw new FileProblem("it cannot be made executable");
    }
  }

  /** Where this program was started from, if a script can name it. */
  private static Optional<String> launcher() {
    return Optional.ofNullable(System.getProperty(LAUNCHER))
        .map(path -> Path.of(path).toAbsolutePath().normalize())
        .filter(Files::isExecutable)
        .map(Path::toString)
        .filter(path -> path.chars().noneMatch(Character::isISOControl));
  }

  private static String shown(Path file, Path folder) {
    try {
      Path here = folder.toRealPath();
      return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    } catch (IOException e) {
      return file.toString();
    }
  }

  private void tell(String line) {
    surroundings.out().println(line);
  }
}
