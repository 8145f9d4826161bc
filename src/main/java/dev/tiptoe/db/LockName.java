package dev.tiptoe.db;

/**
 * The lock that a migration tool takes so that no two of it work at once.
 *
 * @param number PostgreSQL's advisory lock; of one that is given as two numbers, both of 32 bits
 * @param form whether it is given as two
 * @param name for MySQL's GET_LOCK
 */
public record LockName(long number, Form form, String name) {

  /** How a number is given; one that is given in two halves is another lock. */
  public enum Form {
    WHOLE,
    HALVES
  }

  /** Prisma Migrate's. */
  public static final LockName PRISMA = new LockName(72_707_369, Form.WHOLE, "prisma_migrate");

  int high() {
    return (int) (number >>> 32);
  }

  int low() {
    return (int) number;
  }
}
