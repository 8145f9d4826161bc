package dev.tiptoe.proof.tools;

/** How Prisma Migrate sends a file to PostgreSQL. */
public enum PrismaSends {
  /** As one message, until 7.3. */
  FILES,
  /** Statement by statement since 7.4, but a file that its parser cannot read as one message. */
  STATEMENTS
}
