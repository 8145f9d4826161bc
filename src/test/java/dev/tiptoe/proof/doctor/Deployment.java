package dev.tiptoe.proof.doctor;

import dev.tiptoe.proof.tools.Finished;
import java.io.IOException;

/** A {@code prisma migrate deploy} that is still at it. */
interface Deployment {

  /** Ends the client at once; the server is not told. */
  void kill() throws IOException;

  /** Waits for the end that it comes to by itself. */
  Finished await() throws IOException;
}
