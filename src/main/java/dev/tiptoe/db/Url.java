package dev.tiptoe.db;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of an address as they were written, decoded. Parts are cut the way the tools do that
 * read {@code DATABASE_URL}, so that no password that they would misread is taken for a host.
 *
 * @param scheme before {@code ://}, in lower case
 * @param hosts host and port, or several with commas between
 * @param database empty if none is named
 * @param options by name; letter case does not tell names apart
 */
record Url(
    Scheme scheme,
    Optional<String> user,
    Optional<String> password,
    String hosts,
    String database,
    Map<String, String> options) {

  Url {
    TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(options);
    options = Collections.unmodifiableMap(byName);
  }

  static Url of(String text) {
    String url = unquoted(text.strip());
    Scheme scheme = Scheme.of(url);
    String rest = url.substring(scheme.prefix().length());
    int query = rest.indexOf('?');
    String place = query < 0 ? rest : rest.substring(0, query);
    int slash = place.indexOf('/');
    String authority = slash < 0 ? place : place.substring(0, slash);
    String path = slash < 0 ? "" : place.substring(slash + 1);
    int at = authority.lastIndexOf('@');
    if (path.indexOf('@') >= 0
        || (at < 0 && !scheme.isJdbc() && query >= 0 && rest.indexOf('@', query) >= 0)) {
      throw scheme.bad(
          "its user or password has a character that must be escaped: / is %2F, ? is %3F");
    }
    Optional<String> login = at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at));
    return new Url(
        scheme,
        login.map(l -> decoded(l.substring(0, colon(l)))).filter(u -> !u.isEmpty()),
        login.filter(l -> colon(l) < l.length()).map(l -> decoded(l.substring(colon(l) + 1))),
        hosts(authority.substring(at + 1), scheme),
        decoded(path),
        query < 0 ? Map.of() : options(rest.substring(query + 1), scheme));
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.endsWith(text.substring(0, 1));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private static int colon(String login) {
    int colon = login.indexOf(':');
    return colon < 0 ? login.length() : colon;
  }

  /** Go's drivers write {@code tcp(host:port)}. */
  private static String hosts(String written, Scheme scheme) {
    String hosts =
        written.startsWith("tcp(") && written.endsWith(")")
            ? written.substring(4, written.length() - 1)
            : decoded(written);
    if (hosts.startsWith("/")) {
      throw scheme.socket();
    }
    if (!hosts.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-_:[]%,".indexOf(c) >= 0)) {
      throw scheme.bad("its host is not understood");
    }
    for (String host : hosts.split(",", -1)) {
      int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
      if (colon >= 0 && !isPort(host.substring(colon + 1))) {
        throw scheme.bad("its port is not a number from 1 to 65535");
      }
    }
    return hosts;
  }

  private static boolean isPort(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65536;
  }

  private static Map<String, String> options(String query, Scheme scheme) {
    Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String option : query.split("&", -1)) {
      if (!option.isEmpty()) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? "" : option.substring(equals + 1);
        options.put(name, scheme.decodesOptions() ? decoded(value.replace('+', ' ')) : value);
      }
    }
    return options;
  }

  /** Undoes percent-encoding; a percent sign without two hexadecimal digits stands for itself. */
  static String decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      boolean isEscape = bytes[i] == '%' && low >= 0;
      bytes[length++] = isEscape ? (byte) (high * 16 + low) : bytes[i];
      i += isEscape ? 2 : 0;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
