package dev.tiptoe.ddl;

import dev.tiptoe.text.Located;
import dev.tiptoe.text.Span;
import java.util.List;

/**
 * A column's type.
 *
 * @param base its words in lower case without arguments, such as {@code timestamp with time zone};
 *     a user's type as folded
 * @param arguments what stands between the parentheses, one by one, as written
 * @param sql the type as it was written
 */
public record TypeName(
    TypeFamily family, String base, List<String> arguments, String sql, Span span)
    implements Located {

  @Override
  public String toString() {
    return sql;
  }
}
