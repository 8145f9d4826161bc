package dev.tiptoe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The migrations of a shop that never stops growing; the same for the same seed. */
public final class SampleSql {

  private static final List<String> THINGS =
      List.of("Account", "Basket", "Customer", "Invoice", "Order", "Parcel", "Product", "Refund");
  private static final List<String> TYPES =
      List.of("TEXT", "INTEGER", "BIGINT", "BOOLEAN", "TIMESTAMP(3)", "DECIMAL(65,30)", "JSONB");
  private static final List<String> WORDS =
      List.of("blue", "crate", "delivered", "gift wrap", "it''s late", "returned", "two for one");

  private final Random random;
  private final List<String> tables = new ArrayList<>(THINGS);
  private int made;

  public SampleSql(long seed) {
    this.random = new Random(seed);
  }

  /** What makes the tables that are there at first. */
  public String firstTables() {
    StringBuilder sql = new StringBuilder();
    THINGS.forEach(table -> sql.append(createTable(table)));
    return sql.toString();
  }

  /** So many statements of the kinds that Prisma writes, each with its comment. */
  public String statements(int count) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < count; i++) {
      sql.append(statement());
    }
    return sql.toString();
  }

  /** The next statement, with its comment and an empty line behind it. */
  public String statement() {
    made++;
    String table = any(tables);
    String column = "field" + made;
    return switch (random.nextInt(10)) {
      case 0 -> createTable(newTable());
      case 1, 2, 3 -> alterTable(table, "ADD COLUMN     \"" + column + "\" " + any(TYPES));
      case 4 ->
          alterTable(table, "ADD COLUMN     \"" + column + "\" INTEGER NOT NULL DEFAULT " + made);
      case 5 -> alterTable(table, "ALTER COLUMN \"name\" SET NOT NULL");
      case 6 -> alterTable(table, "ALTER COLUMN \"name\" SET DATA TYPE VARCHAR(" + made + ")");
      case 7 -> alterTable(table, "DROP COLUMN \"field" + random.nextInt(made) + "\"");
      case 8 ->
          "-- CreateIndex\nCREATE INDEX \"%s_name_idx%d\" ON \"%s\"(\"name\", \"createdAt\");\n\n"
              .formatted(table, made, table);
      default ->
          alterTable(
              table,
              "ADD CONSTRAINT \"%s_fkey%d\" FOREIGN KEY (\"ownerId\") REFERENCES \"%s\"(\"id\") ON DELETE RESTRICT"
                  .formatted(table, made, any(tables)));
    };
  }

  /** A required column whose default takes an SQL parser to understand. */
  public String columnWithExpression() {
    made++;
    return alterTable(
        any(tables),
        "ADD COLUMN     \"due%d\" TIMESTAMP(3) NOT NULL DEFAULT (date_trunc('day', now()) + (%d * interval '1 day'))"
            .formatted(made, 1 + random.nextInt(90)));
  }

  /** One row, as it stands behind VALUES. */
  public String row() {
    made++;
    return "(%d, '%s', '%s %s', 'customer%d@example.org', %d.%02d, '2026-%02d-%02d 12:00:00')"
        .formatted(
            made,
            any(THINGS),
            any(WORDS),
            any(WORDS),
            made,
            random.nextInt(1000),
            random.nextInt(100),
            1 + random.nextInt(12),
            1 + random.nextInt(28));
  }

  private String newTable() {
    String table = any(THINGS) + made;
    tables.add(table);
    return table;
  }

  private static String createTable(String table) {
    return """
        -- CreateTable
        CREATE TABLE "%s" (
            "id" SERIAL NOT NULL,
            "name" TEXT,
            "ownerId" INTEGER NOT NULL,
            "price" DECIMAL(65,30) NOT NULL DEFAULT 0,
            "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

            CONSTRAINT "%s_pkey" PRIMARY KEY ("id")
        );

        """
        .formatted(table, table);
  }

  private static String alterTable(String table, String action) {
    return "-- AlterTable\nALTER TABLE \"" + table + "\" " + action + ";\n\n";
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
