package dev.tiptoe.cli;

import java.util.Optional;

/**
 * Which of the named files are looked at.
 *
 * @param since the commit or branch since which they must be new or changed, if one is given
 */
record Selection(Kind kind, Optional<String> since) {

  enum Kind {
    /** All, unless {@code since} is given. */
    ALL,
    /** Those that a pull request brings where one is built, else all. */
    AUTOMATIC,
    /** Those that the next commit brings, as they are staged. */
    STAGED
  }
}
