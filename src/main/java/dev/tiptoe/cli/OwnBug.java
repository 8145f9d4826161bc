package dev.tiptoe.cli;

import java.io.PrintStream;

/** Admits a fault of this program and asks for a report. */
final class OwnBug {

  private OwnBug() {}

  static void tell(PrintStream err, String what) {
    err.println("tiptoe: this is a bug in Tiptoe: " + what);
    err.println(
        "  Please report it, with these lines and, if you may show it, the SQL it happened on. "
            + ProgramVersion.title());
  }

  static void tell(PrintStream err, String what, Throwable cause) {
    tell(err, what);
    StackTraceElement[] trace = cause.getStackTrace();
    for (int i = 0; i < Math.min(12, trace.length); i++) {
      err.println("    at " + trace[i]);
    }
  }
}
