package dev.tiptoe.rules;

import static dev.tiptoe.sql.Dialect.MARIADB;
import static dev.tiptoe.sql.Dialect.MYSQL;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.TableChange.ConvertCharacterSet;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.schema.Column;
import dev.tiptoe.schema.Table;
import java.util.Locale;
import java.util.Optional;

/** CONVERT TO CHARACTER SET writes every text of a table anew, or is refused. */
public final class ConvertCharset extends Rule<ConvertCharacterSet> {

  public ConvertCharset() {
    super(ConvertCharacterSet.class, Severity.ERROR, MYSQL, MARIADB);
  }

  @Override
  protected void check(ConvertCharacterSet convert, Context ctx) {
    Optional<Table> table = ctx.schema().table(convert.table());
    if (ctx.schema().isNew(convert.table())
        || ctx.schema().isWithoutRows(convert.table())
        || table.filter(ConvertCharset::holdsNoText).isPresent()) {
      return;
    }
    Optional<Name> key =
        table.filter(t -> isOther(convert, t)).flatMap(ConvertCharset::textOfForeignKey);
    if (key.isPresent() && ctx.schema().checksForeignKeys()) {
      refused(convert, key.get(), ctx);
    } else if (!ctx.isSmall(convert.table())) {
      ctx.effect("convert_to_charset_from_utf8mb3")
          .ifPresent(effect -> costs(convert, effect, ctx));
    }
  }

  private void refused(ConvertCharacterSet convert, Name column, Context ctx) {
    String error = ctx.effect("convert_charset_fk_varchar").flatMap(Effect::error).orElse("");
    ctx.report(
        Severity.ERROR,
        Hazard.FAILS,
        convert.span(),
        ctx.target()
            + " refuses it with error "
            + error
            + ": "
            + column.last()
            + " is text and part of a foreign key, whose other side would keep its character set.",
        "Drop the foreign key, convert both tables, then add it again.");
  }

  private void costs(ConvertCharacterSet convert, Effect effect, Context ctx) {
    boolean blocks = effect.blocksWrites();
    ctx.report(
        blocks ? Severity.WARNING : Severity.NOTE,
        blocks ? Hazard.BLOCKS : Hazard.NONE,
        convert.span(),
        ctx.target() + " " + effect.text() + ".",
        "A column of TEXT becomes MEDIUMTEXT, and columns with a character set of their own lose it. "
            + lossy(convert, ctx)
            + "Run it when few write to the table; DEFAULT CHARACTER SET alone changes only what columns get that are added later, and takes a moment.");
  }

  private static String lossy(ConvertCharacterSet convert, Context ctx) {
    if (convert.characterSet().toLowerCase(Locale.ROOT).startsWith("utf8mb4")) {
      return "";
    }
    return ctx.effect("modify_type_charset_utf8mb4_to_latin1_unmappable")
        .map(
            e ->
                e.error()
                    .map(
                        error ->
                            "It is refused with error "
                                + error
                                + " if a text holds a character that "
                                + convert.characterSet()
                                + " lacks. ")
                    .orElse(
                        "A character that "
                            + convert.characterSet()
                            + " lacks becomes a question mark. "))
        .orElse("");
  }

  private static boolean holdsNoText(Table table) {
    return table.isComplete() && table.columns().stream().noneMatch(ConvertCharset::mayBeText);
  }

  private static boolean mayBeText(Column column) {
    return column.type().isEmpty() || isText(column);
  }

  private static boolean isText(Column column) {
    return column
        .type()
        .filter(
            t ->
                switch (t.family()) {
                  case CHARACTER, TEXT, ENUM, SET -> true;
                  default -> false;
                })
        .isPresent();
  }

  private static boolean isOther(ConvertCharacterSet convert, Table table) {
    return table
        .options()
        .characterSet()
        .filter(known -> !known.equalsIgnoreCase(convert.characterSet()))
        .isPresent();
  }

  private static Optional<Name> textOfForeignKey(Table table) {
    return table.foreignKeys().stream()
        .flatMap(key -> key.columns().stream())
        .filter(name -> table.column(name).filter(ConvertCharset::isText).isPresent())
        .findFirst();
  }
}
