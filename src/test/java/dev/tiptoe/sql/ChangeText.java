package dev.tiptoe.sql;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Clause;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.IndexPart;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.Reference;
import dev.tiptoe.ddl.TableOptions;
import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A change in one line: its kind, and what it holds in the order of its components. */
final class ChangeText {

  private final String sql;

  private ChangeText(String sql) {
    this.sql = sql;
  }

  static String of(Change change, String sql) {
    return new ChangeText(sql).line(change);
  }

  private String line(Change change) {
    StringJoiner line = new StringJoiner(" ");
    line.add(change.getClass().getSimpleName());
    for (RecordComponent component : change.getClass().getRecordComponents()) {
      if (!component.getName().equals("span")) {
        line.add(value(component, change));
      }
    }
    return line.toString();
  }

  private String value(RecordComponent component, Change change) {
    try {
      Object value = component.getAccessor().invoke(change);
      return value instanceof Boolean
          ? ((Boolean) value ? "" : "not ") + component.getName()
          : text(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(Object value) {
    if (value instanceof Span span) {
      return "<" + span.of(sql) + ">";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(this::text).orElse("-");
    }
    if (value instanceof Set<?> words) {
      return words.stream().map(this::text).sorted().collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(this::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Change change) {
      return line(change);
    }
    if (value instanceof IndexPart part) {
      String column = part.column().map(this::text).orElse("");
      String form = part.form() == IndexPart.Form.WHOLE ? "" : part.form() + " ";
      return form + column + (part.rest().isEmpty() ? "" : "<" + part.rest() + ">");
    }
    if (value instanceof Reference reference) {
      return text(reference.table()) + text(reference.columns());
    }
    if (value instanceof TableOptions options) {
      return "("
          + text(options.engine())
          + " "
          + text(options.characterSet())
          + " "
          + text(options.collation())
          + options.rowFormat().map(f -> " " + f).orElse("")
          + ")";
    }
    if (value instanceof ColumnDef column) {
      return text(column.name()) + " " + text(column.type()) + " " + text(column.clauses());
    }
    if (value instanceof TypeName type) {
      return type.family() + " <" + type.sql() + ">";
    }
    if (value instanceof Clause clause) {
      String name = clause.constraint().isEmpty() ? "" : clause.constraint() + " ";
      String body = clause.body().isEmpty() ? "" : " <" + clause.body().of(sql) + ">";
      return name + clause.kind() + body + clause.reference().map(r -> " " + text(r)).orElse("");
    }
    return value instanceof Name name ? name.sql() : String.valueOf(value);
  }
}
