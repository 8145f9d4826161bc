package dev.tiptoe.doctor;

import dev.tiptoe.doctor.Treatment.Care;
import dev.tiptoe.doctor.records.LogClues;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the errors of Prisma Migrate mean that are about no failed migration. */
final class PrismaCodes {

  private static final Map<String, Diagnosis> MEANINGS =
      Map.of(
          "P3006",
          diagnosis(
              Ailment.SHADOW_DATABASE,
              "A migration fails on the shadow database, where prisma migrate dev tries all of them from the first on (P3006). The database with your rows was not touched.",
              "Mend the file that the error names; it is run on empty tables, so it is the SQL or the order, not the rows.",
              "",
              "Not prisma migrate resolve: it changes records of the real database, and nothing is wrong there."),
          "P3008",
          diagnosis(
              Ailment.NOT_FAILED,
              "The migration counts as applied already, so there is nothing to resolve (P3008).",
              "Look which migration failed, if any.",
              "npx prisma migrate status",
              "Not a change of its row by hand."),
          "P3011",
          diagnosis(
              Ailment.NOT_FAILED,
              "The migration was never begun in this database, so it cannot be rolled back (P3011).",
              "Compare the name with those that are there, and see that it is the right database.",
              "npx prisma migrate status",
              "Not a row written by hand."),
          "P3012",
          diagnosis(
              Ailment.NOT_FAILED,
              "The migration did not fail, so it cannot be marked as rolled back (P3012).",
              "To take back what it made, write a new migration that does so.",
              "npx prisma migrate dev --create-only --name take_back",
              "Not a change of its row by hand: the next deploy would run it again."),
          "P3014",
          diagnosis(
              Ailment.SHADOW_DATABASE,
              "Prisma could not make the shadow database, on which prisma migrate dev tries the migrations (P3014). The database with your rows was not touched.",
              "Let the user create databases, or name one that may be emptied as shadowDatabaseUrl.",
              "",
              "Not prisma migrate dev against production: there it is prisma migrate deploy, which needs no shadow database."),
          "P3017",
          diagnosis(
              Ailment.NOT_FAILED,
              "There is no migration of this name in the folder (P3017).",
              "Compare the name with those of the folders; it is the whole name, with the time in front.",
              "ls prisma/migrations",
              "Not an empty folder of that name: it would count as applied with nothing in it."));

  private PrismaCodes() {}

  /** The meaning of the first code that has one. */
  static Optional<Diagnosis> meaning(LogClues clues) {
    return clues.codes().stream()
        .filter(MEANINGS::containsKey)
        .map(code -> MEANINGS.get(code))
        .findFirst();
  }

  private static Diagnosis diagnosis(
      Ailment ailment, String happened, String what, String how, String notThis) {
    return new Diagnosis(
        ailment,
        Optional.empty(),
        happened,
        List.of(),
        List.of(),
        new Treatment(
            Care.BY_HAND, List.of(new Step.ByHand(what, how)), List.of(), List.of(notThis)));
  }
}
