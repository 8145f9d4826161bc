package dev.tiptoe.facts;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations that were measured on real servers of one dialect.
 *
 * <p>The tables are written by the measuring program among the tests; nobody edits them by hand.
 */
public final class Facts {

  private static final Map<Dialect, Facts> READ = new ConcurrentHashMap<>();

  private final Dialect dialect;
  private final String text;
  private final List<Version> servers;
  private final Map<String, Operation> operations = new ConcurrentHashMap<>();

  private Facts(Dialect dialect, String text) {
    this.dialect = dialect;
    this.text = text;
    int servers = text.indexOf("# servers ") + "# servers ".length();
    this.servers = FactsReader.servers(text.substring(servers, text.indexOf('\n', servers)));
  }

  public static Facts of(Dialect dialect) {
    return READ.computeIfAbsent(dialect, Facts::read);
  }

  private static Facts read(Dialect dialect) {
    String name = dialect.name().toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in = Facts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no facts in " + name);
      }
      return new Facts(dialect, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The servers that were measured, oldest first. */
  public List<Version> servers() {
    return servers;
  }

  /** All operations, in the order of the table. */
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (String block : text.split("\n\n", -1)) {
      if (block.charAt(0) != '#') {
        all.add(FactsReader.operation(block.lines().toList()));
      }
    }
    return all;
  }

  /** One operation; only those that are asked for are read, for a run asks for few. */
  public Optional<Operation> operation(String id) {
    return Optional.ofNullable(operations.computeIfAbsent(id, this::find));
  }

  private @Nullable Operation find(String id) {
    int start = text.indexOf("\n" + id + " ") + 1;
    if (start == 0) {
      return null;
    }
    int end = text.indexOf("\n\n", start);
    String block = end < 0 ? text.substring(start) : text.substring(start, end);
    return FactsReader.operation(block.lines().toList());
  }

  /**
   * What the target does with an operation, as measured on the server nearest to it; empty if that
   * server lacks the syntax. Where a later server of the same major version was measured to do
   * something else, nobody knows since when, and nothing is held against the operation.
   *
   * @throws IllegalArgumentException if no such operation was measured
   */
  public Optional<Effect> effect(String id, Target target, SqlMode mode) {
    Operation operation =
        operation(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(id + " was never measured on " + dialect.title()));
    Optional<Effect> before = operation.on(nearest(target.version()), mode);
    return following(target.version())
        .map(server -> Effect.between(before, operation.on(server, mode)))
        .orElse(before);
  }

  /** The next measured server of the same major version, if none speaks for the series. */
  private Optional<Version> following(Version version) {
    Version nearest = nearest(version);
    return isSameSeries(nearest, version) || nearest.compareTo(version) > 0
        ? Optional.empty()
        : servers.stream()
            .filter(s -> s.major() == version.major() && s.compareTo(version) > 0)
            .findFirst();
  }

  /**
   * The measured server that speaks for a version: the newest of its series, else the newest before
   * it, else the oldest.
   */
  public Version nearest(Version version) {
    Version nearest = servers.get(0);
    for (Version server : servers) {
      if (isSameSeries(server, version) || server.compareTo(version) <= 0) {
        nearest = server;
      }
    }
    return nearest;
  }

  private boolean isSameSeries(Version server, Version version) {
    return server.major() == version.major()
        && (dialect == Dialect.POSTGRESQL || server.minor() == version.minor());
  }
}
