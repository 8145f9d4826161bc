package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.tools.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The migrations folder of a Prisma project. */
record MigrationFolder(Path path) {

  static MigrationFolder of(Project project) {
    return new MigrationFolder(project.folder().resolve("prisma/migrations"));
  }

  /** Returns the names of the migrations in their order. */
  List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  String script(String name) throws IOException {
    return Files.readString(file(name));
  }

  void write(String name, String script) throws IOException {
    Files.createDirectories(path.resolve(name));
    Files.writeString(file(name), script);
  }

  void delete(String name) throws IOException {
    Files.delete(file(name));
    Files.delete(path.resolve(name));
  }

  private Path file(String name) {
    return path.resolve(name).resolve("migration.sql");
  }
}
