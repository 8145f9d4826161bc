package dev.tiptoe.db;

import java.util.Locale;
import java.util.Optional;

/** How much is demanded of TLS, whatever the word for it. */
enum Encryption {
  OFF,
  /** If the server has it; the certificate is not looked at. */
  PREFERRED,
  /** The certificate is not looked at. */
  REQUIRED,
  VERIFY_CA,
  /** The certificate must also be the host's. */
  VERIFY_FULL;

  /** Reads the words of libpq, MySQL, MariaDB's driver, Go's drivers and Prisma. */
  static Optional<Encryption> named(String word) {
    return switch (word.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "disable", "disabled", "false", "0", "off" -> Optional.of(OFF);
      case "prefer", "preferred" -> Optional.of(PREFERRED);
      case "require", "required", "trust", "skip-verify", "accept-invalid-certs" ->
          Optional.of(REQUIRED);
      case "verify-ca" -> Optional.of(VERIFY_CA);
      case "verify-full", "verify-identity", "strict", "true", "1" -> Optional.of(VERIFY_FULL);
      default -> Optional.empty();
    };
  }

  boolean isVerified() {
    return this == VERIFY_CA || this == VERIFY_FULL;
  }
}
