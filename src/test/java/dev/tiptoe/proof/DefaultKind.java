package dev.tiptoe.proof;

import dev.tiptoe.lint.GivenValue;
import dev.tiptoe.lint.Options;
import dev.tiptoe.lint.Options.Form;
import dev.tiptoe.lint.Options.Guessing;
import dev.tiptoe.lint.Options.OneStep;
import java.util.List;

/** The ways in which a new required column comes by its value. */
enum DefaultKind {
  GUESSED("", "", Form.THREE_STEPS),
  GUESSED_INSTANT("", "", Form.INSTANT),
  NOT_GUESSED("", "", Form.THREE_STEPS),
  GIVEN_CONSTANT("", "constant", Form.THREE_STEPS),
  GIVEN_CONSTANT_INSTANT("", "constant", Form.INSTANT),
  GIVEN_EXPRESSION("", "expression", Form.THREE_STEPS),
  GIVEN_EXPRESSION_INSTANT("", "expression", Form.INSTANT),
  GIVEN_RANDOM("", "random", Form.THREE_STEPS),
  GIVEN_SUBQUERY("", "subquery", Form.THREE_STEPS),
  OWN_CONSTANT("constant", "", Form.THREE_STEPS),
  OWN_CONSTANT_REWRITTEN("constant", "", Form.THREE_STEPS),
  OWN_EXPRESSION("expression", "", Form.THREE_STEPS),
  OWN_EXPRESSION_REWRITTEN("expression", "", Form.THREE_STEPS),
  OWN_RANDOM("random", "", Form.THREE_STEPS),
  OWN_RANDOM_REWRITTEN("random", "", Form.THREE_STEPS),
  OWN_NULL("null", "", Form.THREE_STEPS),
  OWN_CONSTANT_GIVEN_SUBQUERY("constant", "subquery", Form.THREE_STEPS);

  private final String own;
  private final String given;
  private final Form form;

  DefaultKind(String own, String given, Form form) {
    this.own = own;
    this.given = given;
    this.form = form;
  }

  /** The plain statement with a column of this type. */
  Trial trial(ColumnType type) {
    String clause = own.isEmpty() ? "" : " DEFAULT " + ownDefault(type, false);
    String add = "ALTER TABLE t{n} ADD COLUMN c " + type.sql();
    Trial trial =
        Trial.of(type.sql() + ", " + this, type.before() + add + " NOT NULL" + clause + ";\n")
            .fitting(type.distinct())
            .with(options(type))
            .violations(violations(type));
    return trial.reference(
        type.isPostgres()
            ? ""
            : "%s NULL;\nALTER TABLE t{n} MODIFY c %s NOT NULL%s;\n"
                .formatted(
                    add,
                    type.sql(),
                    own.isEmpty() || own.equals("null")
                        ? ""
                        : " DEFAULT " + ownDefault(type, true)));
  }

  private String ownDefault(ColumnType type, boolean sure) {
    return switch (own) {
      case "constant" -> sure ? type.asDefault(type.constant()) : type.constant();
      case "expression" -> ownExpression(type, type.expression());
      case "random" -> type.asDefault(type.random());
      default -> "NULL";
    };
  }

  /** The current time needs no parentheses where it may stand without. */
  private static String ownExpression(ColumnType type, String expression) {
    boolean bare = expression.startsWith("CURRENT_TIMESTAMP");
    return bare ? expression : type.asDefault(expression);
  }

  private Options options(ColumnType type) {
    String value = value(type, given);
    return new Options(
        value.isEmpty() ? List.of() : List.of(new GivenValue("t{n}", "c", value)),
        form,
        this == NOT_GUESSED ? Guessing.FORBIDDEN : Guessing.ALLOWED,
        name().endsWith("_REWRITTEN") ? OneStep.REWRITTEN : OneStep.LEFT_ALONE);
  }

  private static String value(ColumnType type, String word) {
    return switch (word) {
      case "constant" -> type.constant();
      case "expression" -> type.expression();
      case "random" -> type.random();
      case "subquery" -> type.fromOtherTable();
      default -> "";
    };
  }

  private String violations(ColumnType type) {
    String word = given.isEmpty() ? own : given;
    String value = value(type, word);
    boolean ownId = value.contains("UUID()") || value.startsWith("gen_random_uuid()");
    if (word.equals("random") && ownId) {
      return "SELECT 3 - count(DISTINCT " + (type.isPostgres() ? "c::text" : "c") + ") FROM t{n}";
    }

    return word.equals("constant") || word.equals("subquery")
        ? type.othersThan(value, "t{n}", "c")
        : "";
  }
}
