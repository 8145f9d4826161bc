package dev.tiptoe.db;

/** What is done in one transaction. */
@FunctionalInterface
public interface Work {
  void run() throws DatabaseProblem;
}
