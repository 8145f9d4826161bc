package dev.tiptoe.schema;

/**
 * How often what was known of all tables at once changed: by settling, and by code that may have
 * changed any of them.
 */
record Moment(int settled, int doubted) {

  static final Moment START = new Moment(0, 0);

  Moment settle() {
    return new Moment(settled + 1, doubted);
  }

  Moment doubt() {
    return new Moment(settled, doubted + 1);
  }
}
