package dev.tiptoe.db;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What an address says in the words of libpq, Prisma, Go's drivers or JDBC, in the driver's. */
final class PostgresOptions {

  /** What the driver takes under another name. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("application_name", "ApplicationName"),
          Map.entry("channel_binding", "channelBinding"),
          Map.entry("connect_timeout", "connectTimeout"),
          Map.entry("dbname", "PGDBNAME"),
          Map.entry("gssencmode", "gssEncMode"),
          Map.entry("krbsrvname", "kerberosServerName"),
          Map.entry("require_auth", "requireAuth"),
          Map.entry("search_path", "currentSchema"),
          Map.entry("socket_timeout", "socketTimeout"),
          Map.entry("sslnegotiation", "sslNegotiation"),
          Map.entry("sslresponsetimeout", "sslResponseTimeout"));

  private final Url url;
  private final Properties properties = new Properties();

  private PostgresOptions(Url url) {
    this.url = url;
  }

  static Properties of(Url url) {
    return new PostgresOptions(url).read();
  }

  private Properties read() {
    properties.setProperty("PGDBNAME", url.database());
    url.user().ifPresent(u -> properties.setProperty("user", u));
    url.password().ifPresent(p -> properties.setProperty("password", p));
    url.options().forEach(this::take);
    encrypt();
    return properties;
  }

  private void take(String name, String value) {
    String word = name.toLowerCase(Locale.ROOT);
    switch (word) {
      case "schema" ->
          properties.setProperty("currentSchema", '"' + value.replace("\"", "\"\"") + '"');
      case "pgbouncer" -> {
        if (value.equals("true")) {
          properties.setProperty("prepareThreshold", "0");
        }
      }
      case "target_session_attrs" -> properties.setProperty("targetServerType", serverType(value));
      case "host", "hostaddr", "port" -> {}
      case "ssl", "sslmode", "ssl-mode", "sslaccept", "sslcert", "sslrootcert", "ssl-ca" -> {}
      case "sslidentity" -> properties.setProperty("sslkey", pkcs12(value));
      case "sslkey", "sslpassword" -> properties.setProperty(word, value);
      case "sslfactory", "sslfactoryarg", "sslhostnameverifier", "sslpasswordcallback" ->
          properties.setProperty(word, value);
      case "sslcompression", "sslsni" -> {}
      default -> {
        if (!RENAMED.containsKey(word) && (word.contains("ssl") || word.contains("tls"))) {
          throw url.scheme()
              .bad("its option " + name + " is not known, and TLS is not left to chance");
        }
        properties.setProperty(RENAMED.getOrDefault(word, name), value);
      }
    }
  }

  private static String serverType(String sessions) {
    return switch (sessions) {
      case "read-write", "primary" -> "primary";
      case "read-only", "standby" -> "secondary";
      case "prefer-standby" -> "preferSecondary";
      default -> "any";
    };
  }

  /** The driver tells the kind of a key by the ending of its file's name. */
  private String pkcs12(String file) {
    if (!file.endsWith(".p12") && !file.endsWith(".pfx")) {
      throw url.scheme().bad("its sslidentity must be a file that ends in .p12 or .pfx");
    }
    return file;
  }

  private void encrypt() {
    Optional<String> certificate = option("sslcert");
    boolean isClients = url.scheme().isJdbc() || option("sslkey").isPresent();
    Optional<String> authority = option("sslrootcert").or(() -> option("ssl-ca"));
    certificate.filter(c -> isClients).ifPresent(c -> properties.setProperty("sslcert", c));
    Encryption encryption = encryption(authority.isPresent());
    // Prisma's sslcert is the certificate of the authority.
    authority = authority.or(() -> certificate.filter(c -> !isClients));
    if (authority.filter(a -> !a.equals("system")).isPresent()) {
      properties.setProperty("sslrootcert", authority.get());
    } else if (encryption.isVerified() && (authority.isPresent() || !url.scheme().isJdbc())) {
      properties.putIfAbsent("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    properties.setProperty(
        "sslmode",
        switch (encryption) {
          case OFF -> "disable";
          case PREFERRED -> "prefer";
          case REQUIRED -> "require";
          case VERIFY_CA -> "verify-ca";
          case VERIFY_FULL -> "verify-full";
        });
  }

  private Encryption encryption(boolean hasAuthority) {
    Encryption stated = stated();
    if (stated == Encryption.OFF) {
      return stated;
    }
    if (option("sslaccept").filter("strict"::equals).isPresent()
        || option("sslrootcert").filter("system"::equals).isPresent()) {
      return Encryption.VERIFY_FULL;
    }
    return stated == Encryption.REQUIRED && hasAuthority ? Encryption.VERIFY_CA : stated;
  }

  private Encryption stated() {
    Optional<String> mode = option("sslmode").or(() -> option("ssl-mode"));
    Optional<String> ssl = option("ssl").map(s -> s.isEmpty() ? "true" : s);
    return mode.or(() -> ssl)
        .map(
            word ->
                word.equals("allow")
                    ? Encryption.PREFERRED
                    : Encryption.named(word)
                        .orElseThrow(
                            () -> url.scheme().bad("its sslmode is not one that is known")))
        .orElse(Encryption.PREFERRED);
  }

  private Optional<String> option(String name) {
    return Optional.ofNullable(url.options().get(name));
  }
}
