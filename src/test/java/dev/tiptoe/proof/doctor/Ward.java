package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.tools.PrismaSends;
import dev.tiptoe.servers.Server;

/** A server, and how Prisma sends a migration to it. */
enum Ward {
  POSTGRESQL_BY_FILES(new PrismaProgram(PrismaSends.FILES)),
  POSTGRESQL_BY_STATEMENTS(new PrismaProgram(PrismaSends.STATEMENTS)),
  MYSQL(new PrismaPort()),
  MARIADB(new PrismaPort());

  private final Prisma prisma;

  Ward(Prisma prisma) {
    this.prisma = prisma;
  }

  Prisma prisma() {
    return prisma;
  }

  Server server() {
    return switch (this) {
      case POSTGRESQL_BY_FILES, POSTGRESQL_BY_STATEMENTS -> Server.postgresql(16);
      case MYSQL -> Server.mysql();
      case MARIADB -> Server.mariadb();
    };
  }

  boolean isPostgresql() {
    return this == POSTGRESQL_BY_FILES || this == POSTGRESQL_BY_STATEMENTS;
  }

  /** Tells whether a file that fails leaves what came before the failing statement. */
  boolean keepsWhatCameBefore() {
    return this != POSTGRESQL_BY_FILES;
  }

  /** Returns what is written for PostgreSQL as this server wants to read it. */
  String spell(String sql) {
    return isPostgresql()
        ? sql
        : sql.replace('"', '`')
            .replace("SERIAL NOT NULL", "INTEGER NOT NULL AUTO_INCREMENT")
            .replace(" TEXT", " VARCHAR(191)");
  }
}
