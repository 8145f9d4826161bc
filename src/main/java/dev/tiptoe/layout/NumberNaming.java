package dev.tiptoe.layout;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The next numbers, as wide as the original's; of a version that is a date and a time, the next
 * seconds.
 */
final class NumberNaming implements Naming {

  private static final int TIMESTAMP = 14;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private final Function<String, VersionedName> parts;

  private NumberNaming(Function<String, VersionedName> parts) {
    this.parts = parts;
  }

  /** For a tool whose migrations are files. */
  static Naming ofFiles() {
    return new NumberNaming(VersionedName::ofFile);
  }

  /** For a tool whose migrations are folders. */
  static Naming ofFolders() {
    return new NumberNaming(VersionedName::ofFolder);
  }

  @Override
  public List<String> paths(String original, List<String> words) {
    VersionedName name = parts.apply(original);
    List<String> paths = new ArrayList<>();
    if (!name.version().isEmpty()) {
      for (int i = 0; i < words.size(); i++) {
        String version = later(name.version(), i + 1);
        paths.add(name.withVersion(version).withWord(words.get(i)).path());
      }
    }
    return paths;
  }

  /** The digits of {@code version} raised by {@code by}, with what stands between them. */
  private static String later(String version, int by) {
    String digits = raised(version.replace("-", ""), by);
    StringBuilder result = new StringBuilder();
    int used = 0;
    for (int i = 0; i < version.length(); i++) {
      char c = version.charAt(i);
      result.append(c == '-' ? c : digits.charAt(used++));
    }
    // 9 is followed by 10, which is wider.
    return result.append(digits, used, digits.length()).toString();
  }

  private static String raised(String digits, int by) {
    if (digits.length() >= TIMESTAMP) {
      try {
        LocalDateTime time = LocalDateTime.parse(digits.substring(0, TIMESTAMP), SECONDS);
        return SECONDS.format(time.plusSeconds(by)) + digits.substring(TIMESTAMP);
      } catch (DateTimeException e) {
        // A long number that is no time.
      }
    }
    String number = new BigInteger(digits).add(BigInteger.valueOf(by)).toString();
    return "0".repeat(Math.max(0, digits.length() - number.length())) + number;
  }
}
