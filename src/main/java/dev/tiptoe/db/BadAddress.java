package dev.tiptoe.db;

/** An address that names no database, or names it in a way that is not understood. */
public final class BadAddress extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with it, fit for people; nothing of it that may be a password
   */
  BadAddress(String reason, String example) {
    super(reason + "; an address is written like " + example);
  }
}
