package dev.tiptoe.bench;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Times against sizes, both axes logarithmic: what grows in proportion runs along the guide.
 *
 * @param title of the axis of sizes
 */
record LogLogChart(String title, List<Series> series) {

  private static final int WIDTH = 470;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 36;
  private static final int BOTTOM = 52;

  /** Told apart without seeing colours by their marks. */
  private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#aa4499");

  private static final List<String> MARKS =
      List.of(
          "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
          "M-4-4h8v8h-8z",
          "M0-5l5 9h-10z",
          "M0-6l5 6-5 6-5-6z");

  /** How long a size took. */
  record Point(int size, double millis) {}

  /** What one command took. */
  record Series(String name, List<Point> points) {}

  /** Charts side by side, as far as there is something in them. */
  static String svg(List<LogLogChart> all) {
    List<LogLogChart> charts = all.stream().filter(c -> c.points().findAny().isPresent()).toList();
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">",
        WIDTH * charts.size(),
        HEIGHT);
    line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
    DoubleStream times = charts.stream().flatMap(LogLogChart::points).mapToDouble(Point::millis);
    Axis y = Axis.around(times, HEIGHT - BOTTOM, TOP);
    for (int i = 0; i < charts.size(); i++) {
      line(svg, "<g transform=\"translate(%d 0)\">", WIDTH * i);
      charts.get(i).draw(svg, y);
      line(svg, "</g>");
    }
    return svg.append("</svg>\n").toString();
  }

  private Stream<Point> points() {
    return series.stream().flatMap(each -> each.points().stream());
  }

  private void draw(StringBuilder svg, Axis y) {
    Axis x = Axis.around(points().mapToDouble(Point::size), LEFT, WIDTH - RIGHT);
    for (int power = x.low(); power <= x.high(); power++) {
      double at = x.at(Math.pow(10, power));
      rule(svg, at, TOP, at, HEIGHT - BOTTOM);
      String label = String.format(Locale.ROOT, "%,d", Math.round(Math.pow(10, power)));
      text(svg, at, HEIGHT - BOTTOM + 18, "middle", label);
    }
    for (int power = y.low(); power <= y.high(); power++) {
      double at = y.at(Math.pow(10, power));
      rule(svg, LEFT, at, WIDTH - RIGHT, at);
      text(svg, LEFT - 8, at + 4, "end", Numbers.duration(Math.pow(10, power)));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", title);
    text(svg, LEFT - 8, TOP - 10, "end", "CPU time");
    guide(svg, x, y);
    for (int i = 0; i < series.size(); i++) {
      draw(svg, i, x, y);
    }
  }

  /** Slope 1, through the last point of the first series. */
  private void guide(StringBuilder svg, Axis x, Axis y) {
    List<Point> points = series.get(0).points();
    if (points.isEmpty()) {
      return;
    }
    Point last = points.get(points.size() - 1);
    double rate = last.millis() / last.size();
    double from = Math.max(Math.pow(10, x.low()), Math.pow(10, y.low()) / rate);
    double to = Math.min(Math.pow(10, x.high()), Math.pow(10, y.high()) / rate);
    line(
        svg,
        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#888\" stroke-dasharray=\"5 4\"/>",
        x.at(from),
        y.at(from * rate),
        x.at(to),
        y.at(to * rate));
    legend(svg, series.size(), "#888", "M-10 0h5m4 0h5m4 0h5", "in proportion to the size");
  }

  private void draw(StringBuilder svg, int number, Axis x, Axis y) {
    String colour = COLOURS.get(number % COLOURS.size());
    String mark = MARKS.get(number % MARKS.size());
    StringBuilder path = new StringBuilder();
    for (Point point : series.get(number).points()) {
      double left = x.at(point.size());
      double top = y.at(point.millis());
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", left, top));
      line(
          svg,
          "<path d=\"%s\" transform=\"translate(%.1f %.1f)\" fill=\"%s\"/>",
          mark,
          left,
          top,
          colour);
    }
    line(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
    legend(svg, number, colour, mark, series.get(number).name());
  }

  private static void legend(
      StringBuilder svg, int number, String colour, String mark, String name) {
    double top = HEIGHT - BOTTOM - 12 - 18.0 * number;
    line(
        svg,
        "<path d=\"%s\" transform=\"translate(%d %.1f)\" fill=\"%s\" stroke=\"%s\"/>",
        mark,
        WIDTH - RIGHT - 170,
        top - 4,
        colour,
        colour);
    text(svg, WIDTH - RIGHT - 154, top, "start", name);
  }

  private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
    line(svg, "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#ddd\"/>", x1, y1, x2, y2);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    line(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped);
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** A scale from one power of ten to another. */
  private record Axis(int low, int high, double start, double end) {

    static Axis around(DoubleStream values, double start, double end) {
      DoubleSummaryStatistics range = values.map(Math::log10).summaryStatistics();
      int low = (int) Math.floor(range.getMin());
      return new Axis(low, Math.max((int) Math.ceil(range.getMax()), low + 1), start, end);
    }

    double at(double value) {
      return start + (end - start) * (Math.log10(value) - low) / (high - low);
    }
  }
}
