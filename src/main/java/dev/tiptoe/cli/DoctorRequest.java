package dev.tiptoe.cli;

import dev.tiptoe.config.Config;
import dev.tiptoe.db.Address;
import dev.tiptoe.db.BadAddress;
import dev.tiptoe.db.Patience;
import dev.tiptoe.doctor.Tool;
import dev.tiptoe.doctor.Tools;
import dev.tiptoe.layout.Layouts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code tiptoe doctor} was asked for.
 *
 * @param address where the database is; empty if there is no connection to it
 * @param state the file of an export of the tool's table
 * @param log the file of what a deploy printed
 * @param record the file that each step of a repair is written to
 * @param settings those for what is rewritten
 */
record DoctorRequest(
    Tool tool,
    Optional<Address> address,
    Patience patience,
    Optional<String> migrations,
    Optional<String> state,
    Optional<String> log,
    Way way,
    Consent consent,
    Format format,
    Exit exit,
    String record,
    Config settings) {

  static final List<String> FORMATS = List.of("text", "json");

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Which way out is looked for, and whether it is taken. */
  enum Way {
    SHOW,
    SHOW_TAKING_BACK,
    SHOW_STARTING_OVER,
    APPLY,
    APPLY_TAKING_BACK;

    boolean applies() {
      return this == APPLY || this == APPLY_TAKING_BACK;
    }

    boolean takesBack() {
      return this == SHOW_TAKING_BACK || this == APPLY_TAKING_BACK;
    }
  }

  /** What may be done without a question. */
  enum Consent {
    ASK,
    ASK_FOR_SAFE,
    ALL,
    SAFE
  }

  /** How it is reported. */
  enum Format {
    TEXT,
    JSON
  }

  /** What the exit code tells of a repair. */
  enum Exit {
    PLAIN,
    DETAILED
  }

  static List<String> tools() {
    return Tools.ALL.stream().map(tool -> tool.layout().id()).toList();
  }

  static DoctorRequest of(Arguments arguments, Surroundings surroundings) {
    Optional<String> state = arguments.last("--state");
    Optional<String> log = arguments.last("--log");
    boolean offline = state.isPresent() || log.isPresent();
    Way way = way(arguments);
    Tool tool = tool(arguments.words());
    if (offline && !tool.layout().equals(Layouts.PRISMA)) {
      throw new UsageError("--state and --log are for prisma; other tools note too little");
    }
    if (offline && (way != Way.SHOW || arguments.has("--url"))) {
      throw new UsageError(
          "--state and --log are for databases that cannot be reached, so there is no --url and nothing to apply");
    }
    if (!way.applies() && (arguments.has("--yes") || arguments.has("--only-safe"))) {
      throw new UsageError("--yes and --only-safe say how to --apply; give that too");
    }
    return new DoctorRequest(
        tool,
        offline ? Optional.empty() : Optional.of(address(arguments, surroundings)),
        new Patience(
            CONNECT,
            seconds(arguments, "--statement-timeout", "300"),
            seconds(arguments, "--lock-timeout", "5")),
        arguments.last("--migrations"),
        state,
        log,
        way,
        consent(arguments),
        Format.valueOf(
            arguments.oneOf("--format", FORMATS.toArray(String[]::new)).toUpperCase(Locale.ROOT)),
        arguments.has("--detailed-exit-code") ? Exit.DETAILED : Exit.PLAIN,
        arguments.value("--record", "tiptoe-doctor.jsonl"),
        LintOptions.settings(arguments));
  }

  private static Way way(Arguments arguments) {
    boolean apply = arguments.has("--apply");
    if (arguments.has("--squash")) {
      if (apply || arguments.has("--take-back")) {
        throw new UsageError("--squash only prints; it goes with neither --apply nor --take-back");
      }
      return Way.SHOW_STARTING_OVER;
    }
    if (arguments.has("--take-back")) {
      return apply ? Way.APPLY_TAKING_BACK : Way.SHOW_TAKING_BACK;
    }
    return apply ? Way.APPLY : Way.SHOW;
  }

  private static Consent consent(Arguments arguments) {
    boolean safe = arguments.has("--only-safe");
    if (arguments.has("--yes")) {
      return safe ? Consent.SAFE : Consent.ALL;
    }
    return safe ? Consent.ASK_FOR_SAFE : Consent.ASK;
  }

  private static Tool tool(List<String> words) {
    if (words.size() != 1) {
      throw new UsageError(
          "tiptoe doctor wants one word, the migration tool: "
              + String.join(", ", tools())
              + "\n  See tiptoe doctor --help.");
    }
    return Tools.of(words.get(0))
        .orElseThrow(() -> UsageError.unknown("migration tool", words.get(0), tools()));
  }

  private static Address address(Arguments arguments, Surroundings surroundings) {
    String url = arguments.value("--url", surroundings.variable("DATABASE_URL"));
    if (url.isBlank()) {
      throw new UsageError(
          """
          which database? Set DATABASE_URL or give --url. If it is in a file .env:
              set -a; . ./.env; set +a
            Without a connection: --state with an export of the tool's table, --log with what the deploy printed.""");
    }
    try {
      return Address.of(url);
    } catch (BadAddress e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static Duration seconds(Arguments arguments, String option, String usual) {
    String given = arguments.value(option, usual);
    try {
      return Duration.ofSeconds(Integer.parseUnsignedInt(given));
    } catch (NumberFormatException e) {
      throw new UsageError(option + " wants a whole number of seconds, not \"" + given + "\"");
    }
  }
}
