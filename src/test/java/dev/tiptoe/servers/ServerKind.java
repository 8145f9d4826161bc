package dev.tiptoe.servers;

/** Every server there is, for {@code @EnumSource}; MySQL skips its test if the build has none. */
public enum ServerKind {
  POSTGRESQL_14,
  POSTGRESQL_16,
  POSTGRESQL_18,
  MARIADB,
  MYSQL;

  /** Returns the shared server of this kind, started if need be. */
  public Server server() {
    return switch (this) {
      case POSTGRESQL_14 -> Server.postgresql(14);
      case POSTGRESQL_16 -> Server.postgresql(16);
      case POSTGRESQL_18 -> Server.postgresql(18);
      case MARIADB -> Server.mariadb();
      case MYSQL -> Server.mysql();
    };
  }

  /** Tells whether this is PostgreSQL, where DDL takes part in transactions. */
  public boolean isPostgresql() {
    return name().startsWith("POSTGRESQL");
  }
}
