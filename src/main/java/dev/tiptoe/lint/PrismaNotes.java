package dev.tiptoe.lint;

import dev.tiptoe.ddl.Name;
import dev.tiptoe.sql.Script;
import dev.tiptoe.text.Span;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What Prisma Migrate itself wrote into the comments of a migration that it generated. */
public final class PrismaNotes {

  private final boolean generated;
  private boolean hasWarnings;
  private final Set<String> clientDefaults = new HashSet<>();
  private final Set<String> madeRequired = new HashSet<>();

  PrismaNotes(Script script) {
    boolean steps = false;
    for (Span comment : script.comments()) {
      String text = script.file().text(comment);
      if (text.startsWith("/*") && text.contains("Warnings:")) {
        hasWarnings = true;
        text.lines().forEach(this::read);
      }
      steps |=
          switch (text) {
            case "-- AlterTable", "-- CreateTable", "-- CreateIndex", "-- AddForeignKey" -> true;
            default -> false;
          };
    }
    generated = steps || hasWarnings;
  }

  /** Whether Prisma wrote this file. */
  boolean isGenerated() {
    return generated;
  }

  /**
   * Whether the file has Prisma's block of warnings, which names every column that is made
   * required.
   */
  public boolean hasWarnings() {
    return hasWarnings;
  }

  /** Whether Prisma said that the column's default lives in its client. */
  public boolean hasClientDefault(Name table, Name column) {
    return clientDefaults.contains(key(table.name(), column.name()));
  }

  /** Whether Prisma said that an optional column is made required. */
  public boolean isMadeRequired(Name table, Name column) {
    return madeRequired.contains(key(table.name(), column.name()));
  }

  private void read(String line) {
    String[] quoted = line.split("`", -1);
    if (quoted.length < 5) {
      return;
    }
    if (line.contains("with a prisma-level default value")) {
      clientDefaults.add(key(quoted[3], quoted[1]));
    } else if (line.contains("Made the column") && line.contains("required")) {
      madeRequired.add(key(quoted[3], quoted[1]));
    }
  }

  private static String key(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
