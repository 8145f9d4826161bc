package dev.tiptoe.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** What figures are worth little without. */
final class Machine {

  private Machine() {}

  /** The date and the machine, in one line. */
  static String today() {
    return String.format(
        Locale.ROOT,
        "%s, %d × %s%s, %s %s, load %.1f before",
        LocalDate.now(),
        Runtime.getRuntime().availableProcessors(),
        value("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
        memory(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String memory() {
    String kilobytes = value("/proc/meminfo", "MemTotal", "").replaceAll("\\D", "");
    return kilobytes.isEmpty() ? "" : ", " + (Long.parseLong(kilobytes) >> 20) + " GiB";
  }

  private static String value(String file, String key, String fallback) {
    try {
      return Files.readString(Path.of(file))
          .lines()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(fallback);
    } catch (IOException e) {
      return fallback;
    }
  }
}
