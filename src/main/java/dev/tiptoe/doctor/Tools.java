package dev.tiptoe.doctor;

import java.util.List;
import java.util.Optional;

/** The tools whose records can be read. */
public final class Tools {

  public static final List<Tool> ALL =
      List.of(
          new Prisma(), new Flyway(), new GolangMigrate(), new Goose(), new Dbmate(), new Sqlx());

  private Tools() {}

  /** The tool of this id. */
  public static Optional<Tool> of(String id) {
    return ALL.stream().filter(tool -> tool.layout().id().equals(id)).findFirst();
  }
}
