package dev.tiptoe.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiptoe.servers.Database;
import dev.tiptoe.servers.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the table of functions against the catalogues of PostgreSQL 14, 16 and 18; {@code -Dupdate}
 * writes it anew.
 */
@Tag("servers")
class PostgresFunctionsTest {

  private static final Path FILE =
      Path.of("src/main/resources/dev/tiptoe/sql/" + PostgresFunctions.TABLE);

  private static final int WIDTH = 100;

  /**
   * Functions that a default or a backfill may call: no triggers, handlers and sets, none that is
   * only the inside of an operator, none that administers the server. Of overloaded ones the most
   * decide: up to 14 timezone() was volatile for times without a date.
   */
  private static final String FUNCTIONS =
      """
      SELECT CASE WHEN e.oid IS NULL THEN 'pg_catalog' ELSE 'extension' END,
             CASE WHEN avg((provolatile = 'v')::int) >= 0.5 THEN 'volatile' ELSE 'stable' END,
             proname
      FROM pg_proc p
      LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
      LEFT JOIN pg_extension e ON e.oid = d.refobjid
      WHERE prokind = 'f' AND NOT proretset
        AND (e.oid IS NULL OR e.extname IN ('pgcrypto', 'uuid-ossp'))
        AND pronamespace IN ('pg_catalog'::regnamespace, 'public'::regnamespace)
        AND NOT proargtypes::oid[] || prorettype
            && ARRAY['internal', 'cstring', 'trigger', 'event_trigger']::regtype[]::oid[]
        AND coalesce(obj_description(p.oid, 'pg_proc'), '') NOT LIKE 'implementation of % operator'
        AND proname !~ '^(pg_|binary_upgrade_|lo_)'
      GROUP BY 1, 3
      """;

  private static final String VOLATILE_BENEATH_THE_SYNTAX =
      """
      SELECT p.oid::regprocedure::text FROM pg_proc p
      WHERE provolatile = 'v' AND (
        EXISTS (SELECT FROM pg_operator WHERE oprcode = p.oid)
        OR EXISTS (SELECT FROM pg_cast WHERE castfunc = p.oid)
        OR EXISTS (SELECT FROM pg_type WHERE typinput = p.oid))
      """;

  @Test
  void theTableSaysWhatTheServersSay() throws SQLException, IOException {
    SortedMap<String, List<Integer>> servers = new TreeMap<>();
    for (int major : List.of(14, 16, 18)) {
      try (Database database = Server.postgresql(major).freshDatabase();
          Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE EXTENSION pgcrypto");
        statement.execute("CREATE EXTENSION \"uuid-ossp\"");
        try (ResultSet rows = statement.executeQuery(FUNCTIONS)) {
          while (rows.next()) {
            String function = rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3);
            servers.computeIfAbsent(function, f -> new ArrayList<>()).add(major);
          }
        }
      }
    }
    String table = table(servers);
    if (System.getProperty("update") != null) {
      assertThat(System.getenv("CI")).as("CI; data files are not rewritten there").isNull();
      Files.writeString(FILE, table);
      return;
    }
    assertThat(table).isEqualTo(Files.readString(FILE));
  }

  @Test
  void noOperatorCastOrLiteralIsVolatile() throws SQLException {
    for (int major : List.of(14, 16, 18)) {
      try (Database database = Server.postgresql(major).freshDatabase();
          Connection connection = database.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(VOLATILE_BENEATH_THE_SYNTAX)) {
        assertThat(rows.next()).as(() -> major + " has one").isFalse();
      }
    }
  }

  private static String table(SortedMap<String, List<Integer>> servers) {
    SortedMap<String, TreeSet<String>> lines = new TreeMap<>();
    for (Map.Entry<String, List<Integer>> entry : servers.entrySet()) {
      int name = entry.getKey().lastIndexOf(' ');
      lines
          .computeIfAbsent(
              range(entry.getValue()) + entry.getKey().substring(0, name), l -> new TreeSet<>())
          .add(entry.getKey().substring(name + 1));
    }
    StringBuilder table =
        new StringBuilder("# Functions of PostgreSQL 14, 16 and 18 by what pg_proc says of them.\n")
            .append(
                "# Written by `mvn test -Dtest=PostgresFunctionsTest -Dupdate`, not by hand.\n");
    lines.forEach((head, names) -> write(head, names, table));
    return table.toString();
  }

  private static String range(List<Integer> majors) {
    return majors.get(0) + ".." + majors.get(majors.size() - 1) + " ";
  }

  private static void write(String head, TreeSet<String> names, StringBuilder table) {
    StringBuilder line = new StringBuilder(head);
    for (String name : names) {
      if (line.length() + name.length() >= WIDTH) {
        table.append(line).append('\n');
        line = new StringBuilder(head);
      }
      line.append(' ').append(name);
    }
    table.append(line).append('\n');
  }
}
