package dev.tiptoe.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The findings a project lives with since it began to use Tiptoe; only new ones are reported.
 *
 * @param counts how often each is there
 */
public record Baseline(SortedMap<Accepted, Integer> counts) {

  public static final Baseline EMPTY = new Baseline(new TreeMap<>());

  static final int VERSION = 1;

  public Baseline {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** A baseline of these findings. */
  public static Baseline of(Collection<Accepted> findings) {
    SortedMap<Accepted, Integer> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(finding, 1, Integer::sum));
    return new Baseline(counts);
  }

  /** Writes one entry a line, in a fixed order, so that the difference of two versions is read. */
  public void write(Appendable out) throws IOException {
    out.append("{\n  \"version\": " + VERSION + ",\n  \"findings\": [");
    String separator = "\n";
    for (Map.Entry<Accepted, Integer> entry : counts.entrySet()) {
      Accepted finding = entry.getKey();
      out.append(separator)
          .append("    {\"file\": ")
          .append(quoted(finding.file()))
          .append(", \"rule\": ")
          .append(quoted(finding.rule()))
          .append(", \"hash\": ")
          .append(quoted(finding.hash()))
          .append(", \"count\": ")
          .append(String.valueOf(entry.getValue()))
          .append("}");
      separator = ",\n";
    }
    out.append(counts.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
