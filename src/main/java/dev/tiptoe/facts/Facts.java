package dev.tiptoe.facts;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Target;
import dev.tiptoe.sql.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations that were measured on real servers of one dialect.
 *
 * <p>The tables are written by the measuring program among the tests; nobody edits them by hand.
 */
public final class Facts {

  private static final Map<Dialect, Facts> READ = new ConcurrentHashMap<>();

  private final Dialect dialect;
  private final List<Version> servers;
  private final Map<String, Operation> operations;

  Facts(Dialect dialect, List<Version> servers, Map<String, Operation> operations) {
    this.dialect = dialect;
    this.servers = List.copyOf(servers);
    this.operations = operations;
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
      return FactsReader.read(dialect, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The servers that were measured, oldest first. */
  public List<Version> servers() {
    return servers;
  }

  public Collection<Operation> operations() {
    return operations.values();
  }

  public Optional<Operation> operation(String id) {
    return Optional.ofNullable(operations.get(id));
  }

  /**
   * What the target does with an operation, as measured on the server nearest to it; empty if that
   * server lacks the syntax.
   *
   * @throws IllegalArgumentException if no such operation was measured
   */
  public Optional<Effect> effect(String id, Target target, SqlMode mode) {
    Operation operation = operations.get(id);
    if (operation == null) {
      throw new IllegalArgumentException(id + " was never measured on " + target.dialect().title());
    }
    return operation.on(nearest(target.version()), mode);
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
