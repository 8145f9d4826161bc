package dev.tiptoe.doctor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What Prisma writes down to know a file again: SHA-256 of its bytes, in hexadecimal. */
final class Checksum {

  private Checksum() {}

  static String of(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      // Every Java has it.
      throw new IllegalStateException(e);
    }
  }

  /** Whether a checksum is that of the text, whichever line endings it had. */
  static boolean fits(String checksum, String text) {
    String unix = text.replace("\r\n", "\n");
    return checksum.equals(of(text))
        || checksum.equals(of(unix))
        || checksum.equals(of(unix.replace("\n", "\r\n")));
  }
}
