package dev.tiptoe.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What a run sees of the world, so that tests can be one.
 *
 * @param folder the folder that relative paths start from
 * @param out what programs read from it is UTF-8; people get {@link #text()}
 * @param terminals what a person looks at
 * @param progress what is shown to a person who waits
 */
record Surroundings(
    Path folder,
    Map<String, String> variables,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Set<Stream> terminals,
    Progress progress) {

  Surroundings(
      Path folder,
      Map<String, String> variables,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Set<Stream> terminals) {
    this(folder, variables, in, out, err, terminals, Progress.none());
  }

  /** What a run writes to. */
  enum Stream {
    OUT,
    ERR
  }

  /** The value of an environment variable; empty if it is not set. */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Standard output for what people read, in characters that they can see there. */
  PrintStream text() {
    return terminal(Stream.OUT).isUnicode() ? out : new AsciiStream(out);
  }

  Terminal terminal(Stream stream) {
    return new Terminal(stream, this);
  }

  /** The same for people: with characters that they can see, and the progress of long runs. */
  Surroundings forPeople() {
    Progress shown = Progress.of(this);
    return new Surroundings(
        folder,
        variables,
        in,
        terminal(Stream.OUT).isThere() ? shown.before(out) : out,
        readable(shown.before(err)),
        terminals,
        shown);
  }

  private PrintStream readable(PrintStream stream) {
    return terminal(Stream.ERR).isUnicode() ? stream : new AsciiStream(stream);
  }
}
