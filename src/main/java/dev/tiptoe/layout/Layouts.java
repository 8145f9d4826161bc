package dev.tiptoe.layout;

import dev.tiptoe.layout.Migration.Kind;
import java.util.List;
import java.util.Optional;

/** The one list of layouts. */
public final class Layouts {

  public static final Layout PRISMA = new Prisma();
  public static final Layout FLYWAY = new Flyway();
  public static final Layout GOLANG_MIGRATE = new GolangMigrate();
  public static final Layout POP = new Pop();
  public static final Layout GOOSE = new Goose();
  public static final Layout DBMATE = new Dbmate();
  public static final Layout SQLX = new Sqlx();
  public static final Layout DIESEL = new Diesel();
  public static final Layout LIQUIBASE = new Liquibase();
  public static final Layout DRIZZLE = new Drizzle();
  public static final Layout ATLAS = new Atlas();
  public static final Layout SUPABASE = new Supabase();
  public static final Layout NODE_PG_MIGRATE = new NodePgMigrate();
  public static final Layout SQL_MIGRATE = new SqlMigrate();
  public static final Layout PLAIN = new Plain();

  public static final List<Layout> ALL =
      List.of(
          PRISMA,
          FLYWAY,
          GOLANG_MIGRATE,
          POP,
          GOOSE,
          DBMATE,
          SQLX,
          DIESEL,
          LIQUIBASE,
          DRIZZLE,
          ATLAS,
          SUPABASE,
          NODE_PG_MIGRATE,
          SQL_MIGRATE,
          PLAIN);

  private Layouts() {}

  /** The layout with this id. */
  public static Optional<Layout> of(String id) {
    return ALL.stream().filter(layout -> layout.id().equals(id)).findFirst();
  }

  /** Whether a file of this name takes a migration back, whatever the tool. */
  public static boolean isDown(String name) {
    return ALL.stream()
        .flatMap(layout -> layout.migration(name).stream())
        .anyMatch(migration -> migration.kind() == Kind.DOWN);
  }
}
