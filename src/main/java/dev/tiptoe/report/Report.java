package dev.tiptoe.report;

import java.io.IOException;

/** Takes what was found file by file, so that no more than one file need be in memory. */
public interface Report {

  /** Reports on one file; files come in the order of their paths. */
  void file(CheckedFile checked) throws IOException;

  /** Says what was done as a whole. */
  void end(Summary summary) throws IOException;
}
