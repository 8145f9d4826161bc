package dev.tiptoe.doctor.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          55P03 | canceling statement due to lock timeout | LOCK_TIMEOUT | a lock that it needs was not free in time
          1205 | Lock wait timeout exceeded; try restarting transaction | LOCK_TIMEOUT | a lock that it needs was not free in time
          40P01 | deadlock detected | CONFLICT | it was in another session's way, and the server ended it: deadlock detected
          1213 | Deadlock found when trying to get lock; try restarting transaction | CONFLICT | it was in another session's way, and the server ended it: Deadlock found when trying to get lock; try restarting transaction
          57014 | canceling statement due to statement timeout | CANCELLED | a statement took longer than the server allows
          57014 | canceling statement due to user request | CANCELLED | somebody cancelled a statement
          3024 | Query execution was interrupted, maximum statement execution time exceeded | CANCELLED | a statement took longer than the server allows
          1317 | Query execution was interrupted | CANCELLED | somebody cancelled a statement
          57P01 | terminating connection due to administrator command | CONNECTION_LOST | the connection to the server was lost: terminating connection due to administrator command
          08006 | connection closed | CONNECTION_LOST | the connection to the server was lost: connection closed
          2013 | Lost connection to MySQL server during query | CONNECTION_LOST | the connection to the server was lost: Lost connection to MySQL server during query
          """)
  void whatPassesByItself(String code, String message, Cause cause, String sentence) {
    assertRead(code, message, cause, sentence);
    assertThat(cause.isTransient()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          23502 | column "sshPort" of relation "Server" contains null values | NULLS | rows that were there have no value for the column "sshPort" of "Server"
          23502 | column "sshPort" contains null values | NULLS | rows that were there have no value for the column "sshPort"
          23502 | null value in column "name" of relation "User" violates not-null constraint | NULLS | a row would have no value for the column "name" of "User"
          1138 | Invalid use of NULL value | NULLS | rows that were there have no value for a column that must have one
          1048 | Column 'name' cannot be null | NULLS | a row would have no value for the column 'name'
          1364 | Field 'name' doesn't have a default value | NULLS | a row would have no value for the column 'name'
          23505 | could not create unique index "User_email_key" | DUPLICATES | rows share a value that "User_email_key" wants only once
          23505 | duplicate key value violates unique constraint "User_email_key" | DUPLICATES | rows share a value that "User_email_key" wants only once
          1062 | Duplicate entry 'a@example.org' for key 'User.User_email_key' | DUPLICATES | rows share a value that 'User.User_email_key' wants only once
          23503 | insert or update on table "Post" violates foreign key constraint "Post_authorId_fkey" | ORPHANS | rows point to rows that are not there, which the foreign key "Post_authorId_fkey" forbids
          23503 | update or delete on table "User" violates foreign key constraint "Post_authorId_fkey" on table "Post" | ORPHANS | rows are still pointed to, by the foreign key "Post_authorId_fkey"
          1452 | Cannot add or update a child row: a foreign key constraint fails (`shop`.`#sql-1_8`, CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User` (`id`)) | ORPHANS | rows point to rows that are not there, which the foreign key `Post_authorId_fkey` forbids
          1451 | Cannot delete or update a parent row: a foreign key constraint fails (`shop`.`Post`, CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User` (`id`)) | ORPHANS | rows are still pointed to, by the foreign key `Post_authorId_fkey`
          23514 | check constraint "price_positive" of relation "Item" is violated by some row | CHECK_VIOLATED | rows do not meet the condition of the check "price_positive"
          3819 | Check constraint 'price_positive' is violated. | CHECK_VIOLATED | rows do not meet the condition of the check 'price_positive'
          4025 | CONSTRAINT `price_positive` failed for `shop`.`Item` | CHECK_VIOLATED | rows do not meet the condition of the check `price_positive`
          22P02 | invalid input value for enum "Role_new": "GUEST" | UNFIT_VALUE | a row has the value "GUEST", which the enum "Role_new" lacks
          22001 | value too long for type character varying(10) | UNFIT_VALUE | a value does not fit a column: value too long for type character varying(10)
          1292 | Incorrect datetime value: '0000-00-00 00:00:00' for column 'startedAt' at row 1 | UNFIT_VALUE | rows that were there would get a zero date in the column 'startedAt', which the server refuses
          1265 | Data truncated for column 'role' at row 1 | UNFIT_VALUE | a value does not fit the column 'role': Data truncated for column 'role' at row 1
          """)
  void whatIsInTheRows(String code, String message, Cause cause, String sentence) {
    assertRead(code, message, cause, sentence);
    assertThat(cause.kind()).isEqualTo(Cause.Kind.ROWS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          42701 | column "email" of relation "User" already exists | ALREADY_THERE | column "email" of relation "User" is already there
          42P07 | relation "User" already exists | ALREADY_THERE | relation "User" is already there
          1050 | Table 'User' already exists | ALREADY_THERE | table 'User' is already there
          1060 | Duplicate column name 'email' | ALREADY_THERE | the column 'email' is already there
          1061 | Duplicate key name 'User_email_key' | ALREADY_THERE | the index 'User_email_key' is already there
          1826 | Duplicate foreign key constraint name 'Post_authorId_fkey' | ALREADY_THERE | the constraint 'Post_authorId_fkey' is already there
          1005 | Can't create table `shop`.`Post` (errno: 121 "Duplicate key on write or update") | ALREADY_THERE | something is already there: Can't create table `shop`.`Post` (errno: 121 "Duplicate key on write or update")
          42704 | type "Role" does not exist | MISSING | type "Role" is not there
          42P01 | relation "User" does not exist | MISSING | relation "User" is not there
          1146 | Table 'shop.User' doesn't exist | MISSING | table 'shop.User' is not there
          1091 | Can't DROP 'email'; check that column/key exists | MISSING | 'email' is not there
          1091 | Can't DROP COLUMN `email`; check that it exists | MISSING | `email` is not there
          1054 | Unknown column 'email' in 'User' | MISSING | the column 'email' is not there
          1305 | FUNCTION shop.BIN_TO_UUID does not exist | MISSING | FUNCTION shop.BIN_TO_UUID is not there
          """)
  void whatIsInTheSchema(String code, String message, Cause cause, String sentence) {
    assertRead(code, message, cause, sentence);
    assertThat(cause.kind()).isEqualTo(Cause.Kind.SCHEMA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          42501 | must be owner of table User | NO_RIGHTS | the database user may not do this: must be owner of table User
          1142 | ALTER command denied to user 'app'@'%' for table 'User' | NO_RIGHTS | the database user may not do this: ALTER command denied to user 'app'@'%' for table 'User'
          25006 | cannot execute ALTER TABLE in a read-only transaction | READ_ONLY | the server takes no changes: cannot execute ALTER TABLE in a read-only transaction
          25001 | CREATE INDEX CONCURRENTLY cannot run inside a transaction block | NOT_IN_TRANSACTION | CREATE INDEX CONCURRENTLY cannot run in a transaction, and the file was run in one
          55P04 | unsafe use of new value "GUEST" of enum type "Role" | NOT_IN_TRANSACTION | the new value "GUEST" of an enum cannot be used before it is committed
          25P02 | current transaction is aborted, commands ignored until end of transaction block | ERROR_LOST | the file has a transaction of its own in which an earlier statement failed, and nobody kept its error
          42601 | syntax error at or near "\\" | SYNTAX | the server does not understand the SQL: syntax error at or near "\\"
          1064 | You have an error in your SQL syntax | SYNTAX | the server does not understand the SQL: You have an error in your SQL syntax
          42804 | column "age" cannot be cast automatically to type integer | UNKNOWN | the server refused it: column "age" cannot be cast automatically to type integer
          1172 | Result consisted of more than one row | UNKNOWN | the server refused it: Result consisted of more than one row
          """)
  void whatIsInTheFileOrTheServer(String code, String message, Cause cause, String sentence) {
    assertRead(code, message, cause, sentence);
    assertThat(cause.isTransient()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type Role already exists | ALREADY_THERE
          type Role does not exist | MISSING
          column a contains null values | NULLS
          current transaction is aborted, commands ignored | ERROR_LOST
          something else | UNKNOWN
          """)
  void wordsHelpWhereTheCodeIsLost(String message, Cause cause) {
    assertThat(new DatabaseError(Optional.empty(), message, Optional.empty()).cause())
        .isEqualTo(cause);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void onlyTheFirstLineOfAMessageIsRepeated(Cause cause) {
    assertThat(
            new DatabaseError(Optional.of("XX000"), cause + "\nDETAIL: more", Optional.empty())
                .sentence())
        .isEqualTo("the server refused it: " + cause);
  }

  @Property(tries = 1000)
  void anyMessageHasASentence(@ForAll("codes") String code, @ForAll("messages") String message) {
    DatabaseError error = new DatabaseError(Optional.of(code), message, Optional.empty());
    assertThatCode(error::sentence).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of(
        "57014", "23502", "1062", "1452", "3819", "1292", "22P02", "1060", "1091", "25001", "");
  }

  @Provide
  Arbitrary<String> messages() {
    return Arbitraries.of(
            "column ",
            "CONSTRAINT ",
            "for key ",
            "for enum ",
            " already exists",
            " cannot ",
            "Can't DROP ",
            ": '0000-00-00",
            ": ",
            "\"",
            "'",
            "`",
            "\n",
            "a",
            "ß")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  private static void assertRead(String code, String message, Cause cause, String sentence) {
    DatabaseError error = new DatabaseError(Optional.of(code), message, Optional.empty());
    assertThat(error.cause()).isEqualTo(cause);
    assertThat(error.sentence()).isEqualTo(sentence);
  }
}
