package dev.tiptoe.doctor.records;

import java.util.Locale;

/**
 * What kind of failure an error of PostgreSQL, MySQL or MariaDB is. The codes are those of Appendix
 * A of PostgreSQL's manual and of the servers' lists of errors.
 */
public enum Cause {
  LOCK_TIMEOUT(Kind.MOMENT),
  /** Another session was in the way, and the server gave that one the right of way. */
  CONFLICT(Kind.MOMENT),
  /** By a person, or because it took longer than allowed. */
  CANCELLED(Kind.MOMENT),
  CONNECTION_LOST(Kind.MOMENT),
  NULLS(Kind.ROWS),
  DUPLICATES(Kind.ROWS),
  /** Rows point to rows that are not there. */
  ORPHANS(Kind.ROWS),
  CHECK_VIOLATED(Kind.ROWS),
  /** A value that a type cannot hold. */
  UNFIT_VALUE(Kind.ROWS),
  ALREADY_THERE(Kind.SCHEMA),
  MISSING(Kind.SCHEMA),
  NO_RIGHTS(Kind.SERVER),
  READ_ONLY(Kind.SERVER),
  /** It must stand alone, or after a commit. */
  NOT_IN_TRANSACTION(Kind.FILE),
  /** An earlier statement of the same transaction failed, and nobody kept its error. */
  ERROR_LOST(Kind.FILE),
  SYNTAX(Kind.FILE),
  UNKNOWN(Kind.UNKNOWN);

  /** Where the reason lies, and with it the cure. */
  public enum Kind {
    /** It may have passed by now. */
    MOMENT,
    ROWS,
    SCHEMA,
    /** How the server is set up, and for whom. */
    SERVER,
    /** The migration itself. */
    FILE,
    UNKNOWN
  }

  private final Kind kind;

  Cause(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The same migration may pass if it is only tried again. */
  public boolean isTransient() {
    return kind == Kind.MOMENT;
  }

  /** The cause by the error's code, else by its words. */
  static Cause of(DatabaseError error) {
    Cause byCode = error.code().map(Cause::ofCode).orElse(UNKNOWN);
    return byCode == UNKNOWN ? ofWords(error.message().toLowerCase(Locale.ROOT)) : byCode;
  }

  private static Cause ofCode(String code) {
    return switch (code) {
      case "55P03", "1205", "3572" -> LOCK_TIMEOUT;
      case "40P01", "40001", "1213" -> CONFLICT;
      case "57014", "1317", "1969", "3024" -> CANCELLED;
      case "57P01", "57P02", "57P03", "1053", "1927", "2006", "2013" -> CONNECTION_LOST;
      case "23502", "1048", "1138", "1364" -> NULLS;
      case "23505", "23P01", "1022", "1062" -> DUPLICATES;
      case "23503", "1216", "1217", "1451", "1452" -> ORPHANS;
      case "23514", "3819", "4025" -> CHECK_VIOLATED;
      case "1264", "1265", "1292", "1366", "1406", "3140" -> UNFIT_VALUE;
      case "42701", "42710", "42723", "42P04", "42P06", "42P07" -> ALREADY_THERE;
      case "1007", "1050", "1060", "1061", "1304", "1826", "3822" -> ALREADY_THERE;
      case "3F000", "42703", "42704", "42883", "42P01" -> MISSING;
      case "1049", "1051", "1054", "1072", "1091", "1146", "1176", "1305", "1824" -> MISSING;
      case "28000", "28P01", "42501" -> NO_RIGHTS;
      case "1044", "1045", "1142", "1143", "1227", "1370", "1419" -> NO_RIGHTS;
      case "25006", "1290", "1836" -> READ_ONLY;
      case "25001", "55P04" -> NOT_IN_TRANSACTION;
      case "25P02" -> ERROR_LOST;
      case "42601", "1064" -> SYNTAX;
      default -> ofClass(code);
    };
  }

  /** The first two of the five characters of an SQLSTATE name its class. */
  private static Cause ofClass(String code) {
    if (code.length() != 5) {
      return UNKNOWN;
    }
    return switch (code.substring(0, 2)) {
      case "08" -> CONNECTION_LOST;
      case "22" -> UNFIT_VALUE;
      default -> UNKNOWN;
    };
  }

  /** Old logs lack the code; MariaDB hides a name that is taken behind a general one. */
  private static Cause ofWords(String message) {
    if (message.contains("already exists") || message.contains("errno: 121")) {
      return ALREADY_THERE;
    }
    if (message.contains("does not exist") || message.contains("doesn't exist")) {
      return MISSING;
    }
    if (message.contains("contains null values")) {
      return NULLS;
    }
    return message.contains("current transaction is aborted") ? ERROR_LOST : UNKNOWN;
  }
}
