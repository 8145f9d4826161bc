package dev.tiptoe.history;

import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.Tree;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A tree whose files are read and split into statements before their turn, by another thread. What
 * it could not read is read again when it is asked for, so all is as if there were no such thread.
 */
public final class ReadAhead implements Tree, AutoCloseable {

  /** Fewer files are read sooner than a thread gets going. */
  private static final int WORTHWHILE = 16;

  private static final int FILES_AHEAD = 32;

  /** Files that wait for their turn must not fill the memory. */
  private static final int LARGEST_BYTES = 64 << 10;

  /** SQL nests as deeply as its author likes. */
  private static final int STACK_BYTES = 16 << 20;

  /** A file that will be asked for. */
  public record Planned(Path file, String shown) {}

  private record Early(@Nullable SourceFile source, @Nullable Script script) {
    static final Early NOTHING = new Early(null, null);
  }

  private final Tree tree;
  private final BlockingQueue<Early> waiting = new ArrayBlockingQueue<>(FILES_AHEAD);
  private final Map<Planned, Integer> turns = new HashMap<>();
  private int taken;
  private Early last = Early.NOTHING;
  private @Nullable Thread reader;
  private volatile @Nullable Target target;

  public ReadAhead(Tree tree) {
    this.tree = tree;
  }

  /** Starts to read files that will be asked for in this order; some may never be. */
  public void start(List<Planned> planned) {
    if (planned.size() < WORTHWHILE) {
      return;
    }
    planned.forEach(file -> turns.put(file, turns.size()));
    reader = new Thread(null, () -> readAll(planned), "read-ahead", STACK_BYTES);
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.interrupt();
    }
  }

  @Override
  public List<String> below(Path folder, int depth) throws FileProblem {
    return tree.below(folder, depth);
  }

  @Override
  public SourceFile read(Path file, String shown) throws FileProblem {
    last = early(new Planned(file, shown));
    return last.source == null ? readNow(file, shown) : last.source;
  }

  /** The script of the file that was read last, or of any other. */
  public Script script(SourceFile source, Target wanted) {
    target = wanted;
    return last.source == source && last.script != null && last.script.target().equals(wanted)
        ? last.script
        : Script.read(source, wanted);
  }

  private Early early(Planned file) {
    int turn = turns.getOrDefault(file, -1);
    Early found = Early.NOTHING;
    try {
      while (taken <= turn) {
        found = waiting.take();
        taken++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private void readAll(List<Planned> planned) {
    try {
      for (Planned file : planned) {
        waiting.put(readEarly(file));
      }
    } catch (InterruptedException closed) {
      // Nobody asks any more.
    }
  }

  private Early readEarly(Planned file) {
    Optional<SourceFile> source = Optional.empty();
    try {
      if (Files.size(file.file) <= LARGEST_BYTES) {
        source = Optional.of(readNow(file.file, file.shown));
      }
      Target known = target;
      return source.isEmpty() || known == null
          ? new Early(source.orElse(null), null)
          : new Early(source.get(), Script.read(source.get(), known));
    } catch (IOException | FileProblem | RuntimeException | StackOverflowError e) {
      // It is met again when it is asked for.
      return new Early(source.orElse(null), null);
    }
  }

  /** Trees of git remember what they have read. */
  private SourceFile readNow(Path file, String shown) throws FileProblem {
    synchronized (tree) {
      return tree.read(file, shown);
    }
  }
}
