package dev.tiptoe.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The findings a project lives with since it began to use Tiptoe; only new ones are reported. */
public record Baseline(SortedSet<Accepted> findings) {

  public static final Baseline EMPTY = new Baseline(new TreeSet<>());

  static final int VERSION = 1;

  public Baseline {
    findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
  }

  /** A baseline of these findings; alike ones are one. */
  public static Baseline of(Collection<Accepted> findings) {
    return new Baseline(new TreeSet<>(findings));
  }

  /** Writes one entry a line, in a fixed order, so that the difference of two versions is read. */
  public void write(Appendable out) throws IOException {
    out.append("{\n  \"version\": " + VERSION + ",\n  \"findings\": [");
    String separator = "\n";
    for (Accepted finding : findings) {
      out.append(separator)
          .append("    {\"file\": ")
          .append(quoted(finding.file()))
          .append(", \"rule\": ")
          .append(quoted(finding.rule()))
          .append(", \"hash\": ")
          .append(quoted(finding.hash()))
          .append("}");
      separator = ",\n";
    }
    out.append(findings.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
