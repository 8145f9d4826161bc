package dev.tiptoe.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code tiptoe lint}, which are also the help of {@code tiptoe} itself. */
final class LintSpec {

  private LintSpec() {}

  static CommandSpec create() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null).name("tiptoe");
    spec.usageMessage()
        .customSynopsis(
            "tiptoe [lint] [OPTIONS] [PATH...]  look at migrations, or rewrite them",
            "       tiptoe explain RULE                say what a rule finds, with examples",
            "       tiptoe rules                       list the rules",
            "       tiptoe facts SQL                   say what servers were measured to do",
            "       tiptoe init                        write a first tiptoe.json",
            "       tiptoe baseline [PATH...]          let pass what is found today",
            "       tiptoe config [PATH]               show the settings in force",
            "       tiptoe hook install|uninstall      look at what is staged before each commit",
            "       tiptoe doctor TOOL                 find the way out of a failed migration",
            "       tiptoe completion SHELL            complete words in bash, zsh or fish",
            "       tiptoe man                         print the manual page",
            "       tiptoe COMMAND --help              say more of a command",
            "       tiptoe --version                   print the version")
        .description(
            "%nFinds SQL migrations that fail, lock or lose data on a database with rows in it, and rewrites them.%n")
        .sortOptions(false)
        .footer(
            "",
            "Examples:",
            "  tiptoe                                   look at all migrations of the project here",
            "  tiptoe --since main prisma/migrations    look at what a branch brings",
            "  tiptoe --diff migration.sql              show what --fix would write",
            "  tiptoe --fix --backfill 'Server.sshPort=22' migration.sql",
            "  pg_dump --schema-only shop | tiptoe --dialect postgresql -",
            "",
            "Exit codes: 0 nothing found, 1 findings (see --fail-on), 2 wrong use or a file that cannot be",
            "read or written, 3 a bug in Tiptoe.");
    spec.addPositional(paths());
    spec.addOption(
        word(
            "--config",
            "FILE",
            "The configuration of all files; without it the nearest tiptoe.json above each."));
    spec.addArgGroup(
        group(
            1,
            "%nRewriting:%n",
            flag(
                "--fix",
                "Rewrite the files in place; with - the new text goes to standard output."),
            flag(
                "--diff",
                "Print what --fix would change as a unified diff and write nothing; exit 1 if there is something."),
            flag(
                "--force",
                "Rewrite also what databases may have run already: files that the default branch or --since has."),
            option("--backfill", "TABLE.COLUMN=SQL")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "The value for existing rows of a column that gets required. Can be given several times.")
                .build(),
            flag(
                "--no-guess",
                "Leave a column alone rather than guess a value for its existing rows."),
            oneOf(
                "--form",
                "FORM",
                "three-steps (the default): add the column nullable, fill it, make it required."
                    + " instant: add it required with a default that goes again, where that costs nothing.",
                List.of("three-steps", "instant")),
            oneOf(
                "--steps",
                "WHERE",
                "inline (the default): all steps into the file. split: each into a migration of its own, so that none"
                    + " holds its locks during the others.",
                List.of("inline", "split")),
            word(
                "--batch",
                "ROWS",
                "With --steps split: fill so many rows at a time and commit after each batch."),
            flag(
                "--always-three-steps",
                "Rewrite also those columns for which one step is just as good.")));
    spec.addArgGroup(
        group(
            2,
            "%nWhich files:%n",
            word(
                "--since",
                "REF",
                "Only what is new or changed since the branch left REF; all else is history. On a build of a pull request"
                    + " its target is taken by itself."),
            flag(
                "--staged",
                "Only what the next commit brings, as git has it staged; --fix stages what it rewrote."),
            flag("--all", "All files, also on a build of a pull request."),
            word(
                "--stdin-filename",
                "PATH",
                "The path that standard input stands for; the files around it are its history.")));
    spec.addArgGroup(group(3, "%nDatabase:%n", database().toArray(OptionSpec[]::new)));
    spec.addArgGroup(
        group(
            4,
            "%nReport:%n",
            oneOf(
                "--format",
                "FORMAT",
                "text (the default), concise, json, jsonl, sarif, github, gitlab, rdjson, checkstyle, junit or markdown.",
                KnownWords.formats()),
            option("--output", "FORMAT=PATH")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "Also write a report to a file, like sarif=tiptoe.sarif. Can be given several times.")
                .build(),
            oneOf(
                "--fail-on",
                "SEVERITY",
                "Exit 1 if there is a finding this bad or worse: error (the default), warning, note or never.",
                List.of("error", "warning", "note", "never")),
            oneOf(
                "--color",
                "WHEN",
                "auto (the default), always or never.",
                List.of("auto", "always", "never")),
            flag(
                "-q",
                "--quiet",
                "Report only errors and what else fails the run, and say nothing if all is well."),
            flag(
                "-v",
                "--verbose",
                "Also say on standard error what was looked at, replayed and left out, and what told the tool, the database and the settings."),
            flag("--statistics", "Also count what each rule found, behind the report.")));
    return spec;
  }

  /** Which files are meant. */
  static PositionalParamSpec paths() {
    return words("PATH")
        .description(
            "SQL files, or folders whose *.sql files are meant; - is standard input; without any, the migrations of the"
                + " project here. Down migrations, hidden folders, node_modules, target and build are left out.")
        .build();
  }

  /** What tells which database the files meet. */
  static List<OptionSpec> database() {
    return List.of(
        oneOf(
            "--dialect",
            "NAME",
            "postgresql, mysql or mariadb. Without it the project's own files are asked, then the SQL.",
            KnownWords.dialects()),
        word(
            "--server-version",
            "VERSION",
            "The version of the server, like 16 or 8.4; else the oldest that its vendor supports."),
        word(
            "--baseline",
            "FILE",
            "A dump of the schema that the first migration meets, as pg_dump or mysqldump writes it."));
  }

  /** What is no option: any number, so that we count them and not picocli. */
  static PositionalParamSpec.Builder words(String label) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .hideParamSyntax(true)
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class);
  }

  private static ArgGroupSpec group(int order, String heading, OptionSpec... options) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading(heading).order(order).validate(false).exclusive(false);
    for (OptionSpec option : options) {
      group.addArg(option);
    }
    return group.build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }

  static OptionSpec flag(String letter, String name, String description) {
    return OptionSpec.builder(letter, name).description(description).build();
  }

  static OptionSpec word(String name, String label, String description) {
    return option(name, label).type(String.class).description(description).build();
  }

  /** An option that takes one of a few words, which shells complete. */
  static OptionSpec oneOf(String name, String label, String description, List<String> words) {
    return option(name, label)
        .type(String.class)
        .description(description)
        .completionCandidates(words)
        .build();
  }

  static OptionSpec.Builder option(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).arity("1");
  }
}
