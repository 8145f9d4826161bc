package dev.tiptoe.doctor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tools write down to know a file again, in hexadecimal. */
final class Checksum {

  private Checksum() {}

  /** SHA-256 of its bytes, which is Prisma's. */
  static String of(String text) {
    return of("SHA-256", text);
  }

  static String of(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      // Every Java has SHA-2.
      throw new IllegalStateException(e);
    }
  }

  /** Whether Prisma's checksum is that of the text, whichever line endings it had. */
  static boolean fits(String checksum, String text) {
    String unix = text.replace("\r\n", "\n");
    return checksum.equals(of(text))
        || checksum.equals(of(unix))
        || checksum.equals(of(unix.replace("\n", "\r\n")));
  }
}
