package dev.tiptoe.schema;

import dev.tiptoe.ddl.Coverage;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the parts of an index go by in the name that PostgreSQL chooses for it. */
final class IndexLabels {

  private static final List<String> OPERATORS = List.of(" + ", " - ", " * ", " || ", "->", "->>");

  private IndexLabels() {}

  /** One for each part and each column that is included; empty if nobody can tell. */
  static Optional<List<String>> of(IndexChange.AddIndex index) {
    List<String> labels = new ArrayList<>();
    for (IndexPart part : index.parts()) {
      Optional<String> label = part.column().map(Name::name).or(() -> ofExpression(part.rest()));
      if (label.isEmpty()) {
        return Optional.empty();
      }
      labels.add(label.get());
    }
    boolean hasExpression =
        index.parts().stream().anyMatch(p -> p.form() == IndexPart.Form.EXPRESSION);
    if (index.coverage() == Coverage.EVERY_ROW && !hasExpression) {
      index.others().forEach(column -> labels.add(column.name()));
    }
    return Optional.of(labels);
  }

  /** A call goes by the function's name, and what has no name of its own is an expression. */
  private static Optional<String> ofExpression(String text) {
    int end = 0;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    boolean call = end > 0 && end < text.length() && text.charAt(end) == '(';
    if (call) {
      return Optional.of(text.substring(0, end).toLowerCase(Locale.ROOT));
    }
    // A cast may go by its type, a call in parentheses by its function.
    boolean plain = OPERATORS.stream().anyMatch(text::contains) && !text.contains("::");
    return plain ? Optional.of("expr") : Optional.empty();
  }
}
