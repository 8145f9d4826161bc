package dev.tiptoe.config;

import dev.tiptoe.lint.NearestWord;
import dev.tiptoe.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file being read: what stands where, and what is wrong so far. */
final class Reading {

  private static final int LONGEST_SHOWN = 60;
  private static final Comparator<Problem> BY_PLACE =
      Comparator.<Problem>comparingInt(problem -> problem.origin().line())
          .thenComparingInt(problem -> problem.origin().column());

  private final SourceFile file;
  private final Vocabulary vocabulary;
  private final List<Problem> problems = new ArrayList<>();

  Reading(SourceFile file, Vocabulary vocabulary) {
    this.file = file;
    this.vocabulary = vocabulary;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** In the order of their places. */
  List<Problem> problems() {
    return problems.stream().sorted(BY_PLACE).toList();
  }

  int problemCount() {
    return problems.size();
  }

  <T> Setting<T> setting(Json at, T value) {
    return new Setting<>(value, Origin.at(file, at.offset()));
  }

  void problem(int offset, String message) {
    problems.add(new Problem(Origin.at(file, offset), message));
  }

  void wrongType(String key, String wanted, Json found) {
    problem(found.offset(), quoted(key) + " must be " + wanted + ", not " + found.kind());
  }

  /** A key that is none of those known. */
  void unknownKey(int offset, String given, Collection<String> known) {
    problem(offset, "unknown key " + quoted(given) + nearest(given, known, ". Known are "));
  }

  /** The id of a rule that is none; there are too many to list them. */
  void unknownRule(int offset, String given) {
    problem(
        offset,
        "unknown rule "
            + quoted(given)
            + didYouMean(given, vocabulary.rules())
                .orElse("; " + quoted("tiptoe rules") + " lists the rules"));
  }

  /** A value that is none of those possible. */
  void impossible(int offset, String key, String given, Collection<String> possible) {
    problem(
        offset,
        quoted(key) + " cannot be " + quoted(given) + nearest(given, possible, ". It is one of "));
  }

  private static String nearest(String given, Collection<String> words, String list) {
    return didYouMean(given, words).orElseGet(() -> list + String.join(", ", words));
  }

  private static Optional<String> didYouMean(String given, Collection<String> words) {
    return NearestWord.to(given, words).map(word -> "; did you mean " + quoted(word) + "?");
  }

  /** The string that {@code key} must have; it is never blank. */
  Optional<String> text(String key, String wanted, Json json) {
    if (!(json instanceof Json.Text text)) {
      wrongType(key, wanted, json);
      return Optional.empty();
    }
    if (text.value().isBlank()) {
      problem(json.offset(), quoted(key) + " must not be empty");
      return Optional.empty();
    }
    return Optional.of(text.value());
  }

  /** The members of the object that {@code key} must have; of those written twice the first. */
  List<Json.Member> members(String key, String wanted, Json json) {
    if (json instanceof Json.Members object) {
      return eachOnce(object);
    }
    wrongType(key, wanted, json);
    return List.of();
  }

  List<Json.Member> eachOnce(Json.Members object) {
    Map<String, Json.Member> first = new HashMap<>();
    List<Json.Member> once = new ArrayList<>();
    for (Json.Member member : object.members()) {
      Json.Member before = first.putIfAbsent(member.key(), member);
      if (before == null) {
        once.add(member);
      } else {
        problem(
            member.offset(),
            quoted(member.key())
                + " stands here a second time, after line "
                + file.line(before.offset())
                + "; keep one of them");
      }
    }
    return once;
  }

  /** A word from the file, fit for one line of a terminal. */
  static String quoted(String word) {
    StringBuilder shown = new StringBuilder("\"");
    word.codePoints()
        .limit(LONGEST_SHOWN)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.append(word.length() > LONGEST_SHOWN ? "...\"" : "\"").toString();
  }
}
