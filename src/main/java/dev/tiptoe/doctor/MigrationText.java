package dev.tiptoe.doctor;

import dev.tiptoe.layout.Runner;
import dev.tiptoe.layout.Section;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.SourceFile;
import java.util.List;

/**
 * A migration as its file has it now.
 *
 * @param name by which the tool speaks of it
 * @param runner the tool, with the settings that stand beside the file
 */
public record MigrationText(String name, SourceFile file, Runner runner) {

  /** The statements that the tool runs forward, in their order. */
  List<Statement> forward(Script script) {
    List<Section> up =
        runner.sections(script).stream().filter(s -> s.way() == Section.Way.UP).toList();
    return script.statements().stream()
        .filter(statement -> up.stream().anyMatch(s -> s.span().covers(statement.span())))
        .toList();
  }
}
