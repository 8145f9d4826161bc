package dev.tiptoe.facts;

/** Says in words what an operation was measured to do. */
final class EffectText {

  private EffectText() {}

  static String of(Effect effect) {
    if (effect.error().isPresent()) {
      return "refuses it with error "
          + effect.error().get()
          + (effect.onRowsOnly() ? " on a table with rows" : "");
    }
    return effect.algorithm().isPresent() ? ofAlgorithm(effect) : work(effect) + waits(effect);
  }

  private static String ofAlgorithm(Effect effect) {
    Algorithm algorithm = effect.algorithm().orElseThrow();
    if (algorithm == Algorithm.INSTANT) {
      return "does it in an instant (ALGORITHM=INSTANT)";
    }
    String work =
        algorithm == Algorithm.COPY
            ? "copies the whole table"
            : effect.rewrites() ? "rebuilds the whole table" : "works through the table in place";
    String lock = effect.lock() == Lock.SHARE ? "SHARED" : effect.lock().toString();
    return work + " (ALGORITHM=" + algorithm + ", LOCK=" + lock + ")" + others(effect);
  }

  private static String others(Effect effect) {
    return effect.blocksReads()
        ? "; reads and writes wait until that is done"
        : effect.blocksWrites()
            ? "; writes wait until that is done"
            : "; reads and writes go on meanwhile";
  }

  private static String work(Effect effect) {
    if (effect.rewrites()) {
      return "writes the whole table anew";
    }
    if (effect.scans()) {
      return "reads the whole table";
    }
    if (!effect.rebuilt().isEmpty()) {
      return "builds its indexes anew";
    }
    if (!effect.scanned().isEmpty()) {
      return "reads all of " + String.join(", ", effect.scanned());
    }
    // Of what runs alone nobody could look at the scans; those that take locks take their time.
    return effect.runsAlone() && effect.lock() != Lock.NONE
        ? "goes through the table"
        : "takes only a moment";
  }

  private static String waits(Effect effect) {
    String lock = " (" + effect.lock() + ")";
    if (effect.blocksReads()) {
      return " while all reads and writes of it wait" + lock;
    }
    return effect.blocksWrites()
        ? " while writes to it wait" + lock
        : effect.isLong() || effect.runsAlone() ? " while reads and writes go on" + lock : "";
  }
}
