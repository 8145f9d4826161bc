package dev.tiptoe.layout;

/**
 * What a tool does about a file that does not fit the history recorded in a database.
 *
 * @param text what happens, as a sentence without its full stop
 */
public record Reaction(Effect effect, String text) {

  /** What becomes of the deploy. */
  public enum Effect {
    /** It is refused. */
    STOPS,
    /** It goes on; the file has no effect where it should have had one. */
    SKIPS,
    /** It goes on as if nothing were wrong. */
    GOES_ON
  }

  static Reaction stops(String text) {
    return new Reaction(Effect.STOPS, text);
  }

  static Reaction skips(String text) {
    return new Reaction(Effect.SKIPS, text);
  }

  static Reaction goesOn(String text) {
    return new Reaction(Effect.GOES_ON, text);
  }
}
