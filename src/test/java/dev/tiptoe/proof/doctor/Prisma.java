package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.tools.Finished;
import dev.tiptoe.proof.tools.Project;
import dev.tiptoe.servers.Database;
import java.io.IOException;

/** Prisma Migrate, or what stands in for it where it cannot be had. */
interface Prisma {

  /** Runs {@code prisma migrate} with these words to its end. */
  Finished migrate(Project project, Database database, String... words) throws IOException;

  /** Starts {@code prisma migrate deploy}. */
  Deployment deploy(Project project, Database database) throws IOException;
}
