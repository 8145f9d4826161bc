package dev.tiptoe.report;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Severity;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts over a whole run. */
public final class Summary {

  /** Whether the rewritten texts were kept. */
  public enum Purpose {
    LINT,
    REWRITE,
    PREVIEW
  }

  /** Where the targets' versions came from. */
  public enum Versions {
    ASSUMED,
    GIVEN
  }

  /** A file that could not be judged, and why. */
  public record Unread(String path, String reason) {}

  private final Purpose purpose;
  private final Map<Target, Versions> targets = new LinkedHashMap<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
  private String limit = "";
  private int files;
  private int statements;
  private int notUnderstood;
  private int rewritten;
  private int fixes;
  private int newFiles;
  private int unwritten;
  private int leftOut;

  public Summary(Purpose purpose) {
    this.purpose = purpose;
  }

  /** Counts a file; {@code versions} says where its target's came from. */
  public void add(CheckedFile checked, Versions versions) {
    Script script = checked.result().script();
    files++;
    statements += script.statements().size();
    notUnderstood += script.notUnderstood();
    targets.merge(script.target(), versions, (a, b) -> b);
    rewritten += checked.applied() > 0 ? 1 : 0;
    fixes += checked.applied();
    newFiles += checked.newFiles().size();
    for (Finding finding : checked.result().findings()) {
      findings.merge(finding.severity(), 1, Integer::sum);
    }
  }

  public void addUnread(String path, String reason) {
    unread.add(new Unread(path, reason));
  }

  /** Counts a file that is for another database. */
  public void addLeftOut() {
    leftOut++;
  }

  /** Says to which files the run was limited, as an end of "the files that are". */
  public void limitTo(String words) {
    limit = words;
  }

  /** What all files looked at are, like "staged"; empty if the run was not limited. */
  public String limit() {
    return limit;
  }

  /** Counts a file whose new text could not be written. */
  public void addUnwritten() {
    unwritten++;
  }

  /** How many findings have this severity or a worse one. */
  public int atLeast(Severity severity) {
    int count = 0;
    for (Map.Entry<Severity, Integer> entry : findings.entrySet()) {
      count += entry.getKey().compareTo(severity) >= 0 ? entry.getValue() : 0;
    }
    return count;
  }

  public int count(Severity severity) {
    return findings.getOrDefault(severity, 0);
  }

  public Purpose purpose() {
    return purpose;
  }

  /** Each target once, in the order of the files. */
  public List<Target> targets() {
    return List.copyOf(targets.keySet());
  }

  /** Whether nobody said which version of the server is meant. */
  public boolean isAssumed(Target target) {
    return targets.get(target) == Versions.ASSUMED;
  }

  public List<Unread> unread() {
    return List.copyOf(unread);
  }

  public int files() {
    return files;
  }

  public int statements() {
    return statements;
  }

  public int notUnderstood() {
    return notUnderstood;
  }

  /** How many files were, or in a preview would be, rewritten. */
  public int rewritten() {
    return rewritten;
  }

  /** How many fixes went into them. */
  public int fixes() {
    return fixes;
  }

  /** How many files were, or in a preview would be, split off from them. */
  public int newFiles() {
    return newFiles;
  }

  /** How many files were not looked at because they are for another database. */
  public int leftOut() {
    return leftOut;
  }

  /** How many files should have been rewritten and could not be. */
  public int unwritten() {
    return unwritten;
  }
}
