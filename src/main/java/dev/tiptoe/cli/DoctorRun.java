package dev.tiptoe.cli;

import dev.tiptoe.cli.DoctorRequest.Consent;
import dev.tiptoe.cli.DoctorRequest.Exit;
import dev.tiptoe.cli.DoctorRequest.Way;
import dev.tiptoe.cli.Manner.Verbosity;
import dev.tiptoe.cli.Surroundings.Stream;
import dev.tiptoe.db.Access;
import dev.tiptoe.db.Database;
import dev.tiptoe.db.DatabaseProblem;
import dev.tiptoe.doctor.Diagnosis;
import dev.tiptoe.doctor.Doctor;
import dev.tiptoe.doctor.MigrationFolder;
import dev.tiptoe.doctor.Recovery;
import dev.tiptoe.doctor.Treatment.Care;
import dev.tiptoe.lint.Fixer;
import dev.tiptoe.lint.Linter;
import dev.tiptoe.project.FileProblem;
import dev.tiptoe.project.SourceWriter;
import dev.tiptoe.rules.Rules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** One visit of the doctor. */
final class DoctorRun {

  private final DoctorRequest request;
  private final Surroundings surroundings;
  private final DoctorReport report;
  private final DoctorRecord record;

  DoctorRun(DoctorRequest request, Surroundings surroundings) {
    this.request = request;
    this.surroundings = surroundings;
    this.report = new DoctorReport(request, surroundings);
    this.record = new DoctorRecord(request.record(), surroundings);
  }

  int run() {
    if (request.way().applies() && isAsking() && !surroundings.terminals().contains(Stream.ERR)) {
      throw new UsageError("nobody is here to be asked, so --apply needs --yes");
    }
    DoctorFolder folder = new DoctorFolder(request, surroundings);
    Doctor doctor = doctor(folder.read());
    if (request.address().isEmpty()) {
      return ended(new DoctorPapers(request, surroundings).diagnose(doctor, folder.target()));
    }
    Access access = request.way().applies() ? Access.READ_WRITE : Access.READ_ONLY;
    try (Database database =
        Database.open(request.address().orElseThrow(), request.patience(), access)) {
      Diagnosis last = request.way().applies() ? apply(doctor, database) : look(doctor, database);
      return ended(last);
    } catch (DatabaseProblem e) {
      return refused(e);
    } catch (FileProblem e) {
      throw new UsageError(e.reason());
    }
  }

  private int ended(Diagnosis last) {
    report.found(last);
    report.end();
    return exitCode(last);
  }

  private Doctor doctor(MigrationFolder folder) {
    Path here = surroundings.folder().toAbsolutePath().normalize();
    Settings settings =
        new InForce(
                request.settings(),
                Optional.empty(),
                here,
                new Narrator(surroundings.err(), Verbosity.NORMAL))
            .of(here);
    return new Doctor(
        request.tool(),
        folder,
        // Whoever is asked for consent has seen the guess.
        new Fixer(new Linter(Rules.book(), settings.options().without("guessed-backfill"))),
        request.way().takesBack() ? Doctor.Direction.BACK : Doctor.Direction.FORWARD);
  }

  private Diagnosis look(Doctor doctor, Database database) throws DatabaseProblem {
    return request.way() == Way.SHOW_STARTING_OVER
        ? doctor
            .startOver(database)
            .orElseThrow(
                () ->
                    new UsageError(
                        "--squash is not for "
                            + request.tool().layout().title()
                            + ", which cannot write all migrations into one"))
        : doctor.diagnose(database);
  }

  private Diagnosis apply(Doctor doctor, Database database) throws DatabaseProblem, FileProblem {
    return new Recovery(
            doctor,
            request.tool(),
            database,
            (file, newText) ->
                new SourceWriter()
                    .replace(surroundings.folder().resolve(file.path()), file.text(), newText),
            (diagnosis, step) -> {
              report.did(step);
              record.add(diagnosis, step);
            })
        .run(this::consents);
  }

  private boolean isAsking() {
    return request.consent() == Consent.ASK || request.consent() == Consent.ASK_FOR_SAFE;
  }

  private boolean consents(Diagnosis diagnosis) {
    Care care = diagnosis.treatment().care();
    boolean onlySafe =
        request.consent() == Consent.SAFE || request.consent() == Consent.ASK_FOR_SAFE;
    if (care == Care.BY_HAND || (onlySafe && care != Care.SAFE)) {
      return false;
    }
    report.found(diagnosis);
    return !isAsking() || isAnsweredYes();
  }

  private boolean isAnsweredYes() {
    surroundings.out().flush();
    surroundings.err().print("Do this now? [y/N] ");
    surroundings.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (IOException e) {
      return false;
    }
  }

  private int exitCode(Diagnosis last) {
    if (!last.isHealthy()) {
      return ExitCode.FINDINGS;
    }
    return report.isRepaired() && request.exit() == Exit.DETAILED
        ? ExitCode.REPAIRED
        : ExitCode.CLEAN;
  }

  private int refused(DatabaseProblem problem) {
    report.end();
    surroundings.err().println("tiptoe: " + problem.getMessage());
    return switch (problem.kind()) {
      case UNREACHABLE, REFUSED, LOST -> ExitCode.NO_CONNECTION;
      case NO_RIGHTS, LOCKED, FAILED -> ExitCode.FINDINGS;
    };
  }
}
