package dev.tiptoe.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the rounds of one command took, in the order of the rounds. */
final class Samples {

  private final List<Sample> samples = new ArrayList<>();
  private String refusal = "";

  void add(Sample sample) {
    samples.add(sample);
  }

  void refuse(String why) {
    refusal = why;
  }

  /** Why the command is out of the comparison; empty if it is not. */
  String refusal() {
    return refusal;
  }

  double wall() {
    return median(Sample::wall);
  }

  double cpu() {
    return median(Sample::cpu);
  }

  double memory() {
    return median(Sample::memory);
  }

  /** How many times as long as another it took, round for round: both had the same weather. */
  double timesAsLongAs(Samples other) {
    return median(
        IntStream.range(0, Math.min(samples.size(), other.samples.size()))
            .mapToDouble(i -> samples.get(i).wall() / other.samples.get(i).wall())
            .toArray());
  }

  private double median(ToDoubleFunction<Sample> measure) {
    return median(samples.stream().mapToDouble(measure).toArray());
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
