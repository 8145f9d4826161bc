package dev.tiptoe.doctor;

import dev.tiptoe.doctor.effects.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened, what state the schema is in, and what to do.
 *
 * @param migration the one that it is about; empty if it is about none
 * @param happened one sentence
 * @param parts the statements of the migration; empty if nobody looked
 * @param remarks what else was seen, each a sentence
 */
public record Diagnosis(
    Ailment ailment,
    Optional<String> migration,
    String happened,
    List<Part> parts,
    List<String> remarks,
    Treatment treatment) {

  /**
   * A statement of the migration, and what of it is in the database.
   *
   * @param evidence what tells; may be empty
   */
  public record Part(String sql, Presence presence, String evidence) {}

  public Diagnosis {
    parts = List.copyOf(parts);
    remarks = List.copyOf(remarks);
  }

  static Diagnosis healthy(String sentence) {
    return new Diagnosis(
        Ailment.HEALTHY,
        Optional.empty(),
        sentence,
        List.of(),
        List.of(),
        new Treatment(Treatment.Care.NONE, List.of(), List.of(), List.of()));
  }

  /** The same, and more that was seen. */
  Diagnosis with(List<String> more) {
    List<String> all = new ArrayList<>(remarks);
    all.addAll(more);
    return new Diagnosis(ailment, migration, happened, parts, all, treatment);
  }

  /** Of a migration behind which later ones were applied: a person has to look at all of them. */
  Diagnosis besideLater() {
    Treatment reviewed =
        treatment.care() == Treatment.Care.SAFE
            ? new Treatment(
                Treatment.Care.REVIEW,
                treatment.steps(),
                treatment.afterwards(),
                treatment.notThese())
            : treatment;
    return new Diagnosis(Ailment.FAILED_BESIDE_LATER, migration, happened, parts, remarks, reviewed)
        .with(
            List.of(
                "Later migrations are applied already and may have changed the same tables: "
                    + ailment.title()
                    + ", as far as that can be told."));
  }

  /** Whether both say the same of the same migration, so that a consent to one holds for both. */
  boolean isSameAs(Diagnosis other) {
    return ailment == other.ailment
        && migration.equals(other.migration)
        && shown(treatment).equals(shown(other.treatment));
  }

  /** Without what is made up anew each time, such as the identifier of a row. */
  private static List<Object> shown(Treatment treatment) {
    return treatment.steps().stream()
        .<Object>map(step -> step instanceof Step.Note note ? note.command() : step)
        .toList();
  }

  /** Whether the tool goes on by itself. */
  public boolean isHealthy() {
    return treatment.care() == Treatment.Care.NONE;
  }
}
