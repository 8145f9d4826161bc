package dev.tiptoe.measure;

import dev.tiptoe.servers.Server;
import dev.tiptoe.sql.SqlMode;
import dev.tiptoe.sql.Version;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures operations on a server of MySQL or MariaDB, each on tables made anew. */
final class MysqlMeasurer {

  private static final String LENIENT = "''";
  private static final String DEFAULT = "DEFAULT";

  /** MySQL before 5.7 is lenient by default; it is asked with the default of 5.7. */
  private static final String STRICT =
      "'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

  private final Server server;
  private final List<String> fixture;
  private final Map<SqlMode, String> sqlModes;

  private MysqlMeasurer(Server server, List<String> fixture) {
    this.server = server;
    this.fixture = fixture;
    boolean isStrict = version(server).compareTo(new Version(5, 7, 0)) >= 0;
    this.sqlModes = Map.of(SqlMode.STRICT, isStrict ? DEFAULT : STRICT, SqlMode.LENIENT, LENIENT);
  }

  /**
   * What a server does with each operation for which it has the syntax, as clauses of the table.
   */
  static Map<Asked, String> measure(Server server, ExperimentsFile file) throws SQLException {
    MysqlMeasurer measurer = new MysqlMeasurer(server, file.fixture());
    Map<Asked, String> answers = new HashMap<>();
    for (Experiment experiment : file.experiments()) {
      if (experiment.isFor(version(server))) {
        Optional<String> strict = measurer.answer(experiment, SqlMode.STRICT);
        strict.ifPresent(clauses -> answers.put(Asked.strict(experiment.id()), clauses));
        measurer
            .answer(experiment, SqlMode.LENIENT)
            .filter(clauses -> !Optional.of(clauses).equals(strict))
            .ifPresent(c -> answers.put(new Asked(experiment.id(), SqlMode.LENIENT), c));
      }
    }
    return answers;
  }

  /** The version without the name of whoever built it. */
  static Version version(Server server) {
    return Version.of(server.version().split("-", 2)[0]).orElseThrow();
  }

  private Optional<String> answer(Experiment experiment, SqlMode mode) throws SQLException {
    Optional<MysqlTrial> possible = trial(experiment, mode, fixture);
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    Clauses clauses = new Clauses(experiment.table());
    MysqlTrial.Result result;
    try (MysqlTrial trial = possible.get()) {
      result = trial.runStatements();
    }
    if (result.error().isPresent()) {
      boolean onRows = passesWithoutRows(experiment, mode);
      clauses.say("fails " + result.error().get() + (onRows ? " on rows" : ""));
    } else {
      Optional<AlgorithmClause> cheapest = cheapest(experiment, mode, result);
      cheapest.ifPresent(clause -> clauses.say("algorithm " + clause.algorithm()));
      cheapest.ifPresent(
          c -> clauses.list("locks", List.of(experiment.table() + " " + c.weakest())));
      clauses.list("rewrites", result.rewrites() ? List.of(experiment.table()) : List.of());
    }
    if (result.keepsTransaction()) {
      clauses.say("keeps the transaction");
    }
    result.outcome().ifPresent(outcome -> clauses.say("gives " + outcome));
    return Optional.of(clauses.toString());
  }

  /**
   * The first clause that the server takes; a refusal leaves the tables as they were. Some servers
   * take INSTANT and NOCOPY and copy all rows nevertheless.
   */
  private Optional<AlgorithmClause> cheapest(
      Experiment experiment, SqlMode mode, MysqlTrial.Result result) throws SQLException {
    if (!AlgorithmClause.fits(experiment.statements().get(0))) {
      return Optional.empty();
    }
    try (MysqlTrial trial = trial(experiment, mode, fixture).orElseThrow()) {
      for (AlgorithmClause clause : AlgorithmClause.ALL) {
        if (!(result.rewrites() && clause.forbidsRewrite()) && trial.accepts(clause)) {
          return Optional.of(clause);
        }
      }
      return Optional.empty();
    }
  }

  private boolean passesWithoutRows(Experiment experiment, SqlMode mode) throws SQLException {
    List<String> empty = fixture.stream().filter(s -> !s.startsWith("INSERT")).toList();
    Optional<MysqlTrial> possible = trial(experiment, mode, empty);
    if (possible.isEmpty()) {
      return false;
    }
    try (MysqlTrial trial = possible.get()) {
      return trial.runStatements().error().isEmpty();
    }
  }

  private Optional<MysqlTrial> trial(Experiment experiment, SqlMode mode, List<String> tables)
      throws SQLException {
    return MysqlTrial.of(server, tables, experiment, sqlModes.get(mode));
  }
}
