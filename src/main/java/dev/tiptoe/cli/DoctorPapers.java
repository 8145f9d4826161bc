package dev.tiptoe.cli;

import dev.tiptoe.doctor.Diagnosis;
import dev.tiptoe.doctor.Doctor;
import dev.tiptoe.doctor.records.ExportProblem;
import dev.tiptoe.doctor.records.Run;
import dev.tiptoe.doctor.records.RunsExport;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.SourceReader;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads what was kept of a database that cannot be reached: an export, a log. */
final class DoctorPapers {

  private final DoctorRequest request;
  private final Surroundings surroundings;

  DoctorPapers(DoctorRequest request, Surroundings surroundings) {
    this.request = request;
    this.surroundings = surroundings;
  }

  Diagnosis diagnose(Doctor doctor, Target target) {
    try {
      Optional<List<Run>> exported = Optional.empty();
      if (request.state().isPresent()) {
        exported = Optional.of(RunsExport.read(read(request.state().get())));
      }
      Optional<String> log = Optional.empty();
      if (request.log().isPresent()) {
        log = Optional.of(read(request.log().get()).text());
      }
      return doctor.diagnose(exported, log, target);
    } catch (ExportProblem e) {
      throw new UsageError(e.reason());
    }
  }

  private SourceFile read(String file) {
    try {
      return file.equals("-")
          ? SourceReader.read(surroundings.in(), Inputs.STDIN)
          : SourceReader.read(surroundings.folder().resolve(file), file);
    } catch (FileProblem e) {
      throw new UsageError(file + " " + e.reason());
    }
  }
}
