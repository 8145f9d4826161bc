package dev.tiptoe.cli;

import dev.tiptoe.layout.NewFile;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.SourceWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that were written together, and can be taken back together. */
final class NewFiles {

  private final SourceWriter writer;
  private final List<Path> written = new ArrayList<>();

  private NewFiles(SourceWriter writer) {
    this.writer = writer;
  }

  /**
   * Writes files beside that of a job.
   *
   * @throws FileProblem if one of them cannot be written; the others are gone again then
   */
  static NewFiles write(Job job, List<NewFile> files, SourceWriter writer) throws FileProblem {
    NewFiles newFiles = new NewFiles(writer);
    for (NewFile file : files) {
      try {
        writer.create(job.sibling(file.path()).path(), file.text());
        newFiles.written.add(job.sibling(file.path()).path());
      } catch (FileProblem e) {
        newFiles.takeBack();
        throw new FileProblem(job.sibling(file.path()).shown() + ": " + e.reason());
      }
    }
    return newFiles;
  }

  List<Path> written() {
    return List.copyOf(written);
  }

  void takeBack() {
    written.forEach(writer::delete);
  }
}
