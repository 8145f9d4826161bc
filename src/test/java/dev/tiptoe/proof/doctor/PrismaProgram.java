package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.tools.Finished;
import dev.tiptoe.proof.tools.PrismaCli;
import dev.tiptoe.proof.tools.PrismaSends;
import dev.tiptoe.proof.tools.Project;
import dev.tiptoe.servers.Database;
import java.io.IOException;
import java.util.List;

/** Prisma's own program on PostgreSQL, in one of its ways to send a file. */
record PrismaProgram(PrismaSends sends) implements Prisma {

  @Override
  public Finished migrate(Project project, Database database, String... words) throws IOException {
    return PrismaCli.installed().migrate(project, database, sends, words);
  }

  @Override
  public Deployment deploy(Project project, Database database) throws IOException {
    Process process = PrismaCli.installed().start(project, database, sends, "deploy");
    return new Deployment() {
      @Override
      public void kill() {
        List<ProcessHandle> engines = process.descendants().toList();
        process.destroyForcibly();
        engines.forEach(ProcessHandle::destroyForcibly);
      }

      @Override
      public Finished await() throws IOException {
        return Finished.of(process);
      }
    };
  }
}
