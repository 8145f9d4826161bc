package dev.tiptoe.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code tiptoe doctor}: finds the way out of a migration that failed. */
final class DoctorCommand {

  private DoctorCommand() {}

  static int run(List<String> args, Surroundings surroundings) {
    return Arguments.read(args, DoctorCommand::spec, surroundings)
        .map(arguments -> new DoctorRun(DoctorRequest.of(arguments, surroundings), surroundings))
        .map(DoctorRun::run)
        .orElse(ExitCode.CLEAN);
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe doctor");
    spec.usageMessage()
        .customSynopsis("tiptoe doctor TOOL [OPTIONS]")
        .description(
            "%nFinds the way out of a migration that failed: holds what TOOL has written down, the files and the"
                + " database against each other, and says what to do. It only reads, unless --apply is given.%n")
        .sortOptions(false)
        .footer(
            "",
            "Examples:",
            "  DATABASE_URL=... tiptoe doctor prisma                     say what happened and what to do",
            "  tiptoe doctor prisma --url jdbc:postgresql://db/shop      the same",
            "  tiptoe doctor prisma --state export.csv --log deploy.log  without a connection",
            "  tiptoe doctor prisma --apply                              do it, after a question",
            "  tiptoe doctor prisma --apply --yes --only-safe && npx prisma migrate deploy",
            "",
            "Exit codes: 0 healthy or repaired, 1 needs a person, 2 wrong use or a file that cannot be read,",
            "3 a bug in Tiptoe, 4 no connection, 5 repaired (with --detailed-exit-code).");
    spec.addOption(
        LintSpec.word(
            "--url",
            "URL",
            "Where the database is: jdbc:postgresql:, jdbc:mysql: or jdbc:mariadb:, or as in DATABASE_URL, which is"
                + " read if this is not given and keeps the password out of the list of processes."));
    spec.addOption(
        LintSpec.word(
            "--migrations", "DIR", "The folder of migrations, if the project here has several."));
    spec.addOption(
        LintSpec.word(
            "--state",
            "FILE",
            "Without a connection: the rows of the tool's table, exported as CSV or JSON."));
    spec.addOption(
        LintSpec.word(
            "--log",
            "FILE",
            "Without a connection: what the deploy printed; - for standard input."));
    spec.addOption(LintSpec.flag("--apply", "Do what is to be done, after showing it."));
    spec.addOption(
        LintSpec.flag("--yes", "With --apply: do not ask. Needed where nobody can answer."));
    spec.addOption(
        LintSpec.flag(
            "--only-safe",
            "With --apply: leave alone what loses a value, or needs one that Tiptoe would choose."));
    spec.addOption(
        LintSpec.flag(
            "--take-back",
            "Take back what is there of the failed migration, rather than finish it."));
    spec.addOption(
        LintSpec.flag(
            "--squash",
            "Print how to start over with one migration; refused where tables hold rows."));
    spec.addOption(
        LintSpec.option("--backfill", "TABLE.COLUMN=SQL")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "The value for existing rows of a column that gets required. Can be given several times.")
            .build());
    spec.addOption(
        LintSpec.word(
            "--lock-timeout", "SECONDS", "How long to wait for a lock of a table (default 5)."));
    spec.addOption(
        LintSpec.word(
            "--statement-timeout",
            "SECONDS",
            "How long one statement may take; 0 for ever (default 300)."));
    spec.addOption(
        LintSpec.word(
            "--record",
            "FILE",
            "With --apply: where to write what was done, a line of JSON a step (default tiptoe-doctor.jsonl)."));
    spec.addOption(
        LintSpec.oneOf(
            "--format", "FORMAT", "How to report: text or json.", DoctorRequest.FORMATS));
    spec.addOption(
        LintSpec.flag(
            "--detailed-exit-code", "Exit with 5 rather than 0 if something was repaired."));
    return spec.addPositional(
        LintSpec.words("TOOL")
            .description("The migration tool: " + String.join(", ", DoctorRequest.tools()) + ".")
            .completionCandidates(DoctorRequest.tools())
            .build());
  }
}
