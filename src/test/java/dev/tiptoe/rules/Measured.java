package dev.tiptoe.rules;

import dev.tiptoe.servers.Observation;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import java.sql.SQLException;
import java.util.List;

/** What an example did on a server, and how a page says it. */
record Measured(OnServer server, List<Observation> seen) {

  static Measured of(OnServer server) throws SQLException {
    return new Measured(server, server.observe(server.example().sql().text()));
  }

  /** A line for each statement of which there is something to say. */
  String text() {
    String sql = server.example().sql().text();
    SourceFile file = server.example().file(sql);
    List<Statement> statements = server.statements(sql);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < seen.size(); i++) {
      String words = seen.get(i).toString();
      if (!words.isEmpty()) {
        int line = file.line(statements.get(i).span().start());
        text.append("line ").append(line).append(": ").append(words).append('\n');
      }
    }
    return text.isEmpty() ? heading() + "nothing waits\n" : heading() + text;
  }

  /** Another version than the example's is named. */
  private String heading() {
    String version = server.kind().server().version().split("-", 2)[0];
    return version.startsWith(server.example().target().version().toString())
        ? ""
        : "on " + version + "\n";
  }
}
