package dev.tiptoe.rewrite;

import dev.tiptoe.ddl.TypeName;
import dev.tiptoe.lint.Context;
import dev.tiptoe.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** The value of a type that says least: 0, the empty string, the first value of an enum, now. */
final class NeutralValue {

  private NeutralValue() {}

  /** The value as SQL; empty for types of which no value is neutral. */
  static Optional<String> of(TypeName type, Context ctx) {
    return ctx.target().is(Dialect.POSTGRESQL) ? postgres(type, ctx) : mySql(type, ctx);
  }

  private static Optional<String> postgres(TypeName type, Context ctx) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> Optional.of("0");
      case BOOLEAN -> Optional.of(ctx.keyword("false"));
      case CHARACTER, TEXT, BYTES -> Optional.of("''");
      case DATE -> Optional.of(ctx.keyword("CURRENT_DATE"));
      case TIME -> Optional.of(ctx.keyword("LOCALTIME"));
      case TIMESTAMP -> Optional.of(ctx.keyword("CURRENT_TIMESTAMP"));
      case INTERVAL -> Optional.of("'0'");
      case JSON, ARRAY -> Optional.of("'{}'");
      case UUID ->
          ctx.target().is(Dialect.POSTGRESQL, 13, 0, 0)
              ? Optional.of("gen_random_uuid()")
              : Optional.empty();
      case USER_DEFINED -> ctx.schema().enumValues(type.base()).flatMap(NeutralValue::first);
      default -> Optional.empty();
    };
  }

  private static Optional<String> mySql(TypeName type, Context ctx) {
    return switch (type.family()) {
      case INTEGER, DECIMAL, FLOAT -> Optional.of("0");
      case BOOLEAN -> Optional.of(ctx.keyword("FALSE"));
      case BIT -> Optional.of("b'0'");
      case CHARACTER, TEXT, BLOB, VARBINARY, SET -> Optional.of("''");
      case DATE -> Optional.of(ctx.keyword("CURRENT_DATE"));
      case TIME -> Optional.of("'00:00:00'");
      case DATETIME, TIMESTAMP -> Optional.of(currentTimestamp(type, ctx));
      case JSON -> Optional.of("'{}'");
      case ENUM -> first(type.arguments());
      case UUID -> Optional.of("UUID()");
      default -> Optional.empty();
    };
  }

  /**
   * CURRENT_TIMESTAMP with the precision of the column, which MySQL demands of a default: error
   * 1067.
   */
  static String currentTimestamp(TypeName type, Context ctx) {
    String keyword = ctx.keyword("CURRENT_TIMESTAMP");
    boolean precise = ctx.target().dialect().isMySqlLike() && type.arguments().size() == 1;
    return precise ? keyword + "(" + type.arguments().get(0) + ")" : keyword;
  }

  private static Optional<String> first(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }
}
