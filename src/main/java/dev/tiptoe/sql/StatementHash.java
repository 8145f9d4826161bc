package dev.tiptoe.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a statement is still the one that was accepted, wherever it has moved. */
public final class StatementHash {

  private static final int BYTES = 8;

  private StatementHash() {}

  /** The first 16 hexadecimal digits of SHA-256; a run of white space counts as one blank. */
  public static String of(String statement) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(folded(statement).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String folded(String statement) {
    StringBuilder folded = new StringBuilder(statement.length());
    for (int i = 0; i < statement.length(); i++) {
      char c = statement.charAt(i);
      if (!Character.isWhitespace(c)) {
        folded.append(c);
      } else if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().stripTrailing();
  }
}
