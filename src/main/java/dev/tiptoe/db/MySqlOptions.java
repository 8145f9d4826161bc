package dev.tiptoe.db;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What an address says in the words of MySQL, Prisma, Go's drivers or JDBC, in MariaDB's. */
final class MySqlOptions {

  /** What the driver takes under another name. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("sslpassword", "keyStorePassword"),
          Map.entry("ssl-ca", "serverSslCert"),
          Map.entry("sslca", "serverSslCert"),
          Map.entry("sslcert", "serverSslCert"),
          Map.entry("serverrsapublickeyfile", "serverRsaPublicKeyFile"),
          Map.entry("enabledtlsprotocols", "enabledSslProtocolSuites"),
          Map.entry("tlsversions", "enabledSslProtocolSuites"),
          Map.entry("tlsciphersuites", "enabledSslCipherSuites"),
          Map.entry("trustcertificatekeystoretype", "trustStoreType"),
          Map.entry("trustcertificatekeystorepassword", "trustStorePassword"),
          Map.entry("clientcertificatekeystoretype", "keyStoreType"),
          Map.entry("clientcertificatekeystorepassword", "keyStorePassword"));

  /** What the driver knows of TLS by itself. */
  private static final Set<String> KNOWN =
      Set.of(
          "enabledsslciphersuites",
          "enabledsslprotocolsuites",
          "fallbacktosystemkeystore",
          "fallbacktosystemtruststore",
          "keystore",
          "keystorepassword",
          "keystoretype",
          "serversslcert",
          "tlssockettype",
          "truststore",
          "truststorepassword",
          "truststoretype");

  private final Url url;
  private final Properties properties = new Properties();

  private MySqlOptions(Url url) {
    this.url = url;
  }

  static Properties of(Url url) {
    return new MySqlOptions(url).read();
  }

  private Properties read() {
    // A server that is not what it seems must not get at the files here.
    properties.setProperty("allowLocalInfile", "false");
    url.options().forEach(this::take);
    properties.setProperty("database", url.database());
    url.user().ifPresent(u -> properties.setProperty("user", u));
    url.password().ifPresent(p -> properties.setProperty("password", p));
    word(encryption()).ifPresent(w -> properties.setProperty("sslMode", w));
    return properties;
  }

  /** The driver has no word for encryption that may be missing. */
  private static Optional<String> word(Encryption encryption) {
    return switch (encryption) {
      case PREFERRED -> Optional.empty();
      case OFF -> Optional.of("disable");
      case REQUIRED -> Optional.of("trust");
      case VERIFY_CA -> Optional.of("verify-ca");
      case VERIFY_FULL -> Optional.of("verify-full");
    };
  }

  private void take(String name, String value) {
    String word = name.toLowerCase(Locale.ROOT).replace('_', '-');
    switch (word) {
      case "sslmode",
          "ssl-mode",
          "tls",
          "sslaccept",
          "usessl",
          "requiressl",
          "verifyservercertificate",
          "trustservercertificate",
          "disablesslhostnameverification" -> {}
      case "socket", "unixsocket", "localsocket", "pipe" -> throw url.scheme().socket();
      case "connect-timeout" -> properties.setProperty("connectTimeout", milliseconds(name, value));
      case "socket-timeout" -> properties.setProperty("socketTimeout", milliseconds(name, value));
      case "sslidentity" -> {
        properties.setProperty("keyStore", value);
        properties.setProperty("keyStoreType", "PKCS12");
      }
      case "trustcertificatekeystoreurl" -> properties.setProperty("trustStore", file(value));
      case "clientcertificatekeystoreurl" -> properties.setProperty("keyStore", file(value));
      case "ssl-cert", "ssl-key", "sslkey" ->
          throw url.scheme()
              .bad(
                  "its option "
                      + name
                      + " is not supported; put the client's key and certificate into one PKCS#12"
                      + " file and name that as sslidentity");
      default -> {
        boolean isOfTls = word.contains("ssl") || word.contains("tls") || word.contains("cert");
        if (isOfTls && !KNOWN.contains(word) && !RENAMED.containsKey(word)) {
          throw url.scheme()
              .bad("its option " + name + " is not known, and TLS is not left to chance");
        }
        properties.setProperty(RENAMED.getOrDefault(word, name), value);
      }
    }
  }

  private String milliseconds(String name, String seconds) {
    try {
      return String.valueOf(Math.multiplyExact(Integer.parseInt(seconds), 1000));
    } catch (ArithmeticException | NumberFormatException e) {
      throw url.scheme().bad("its " + name + " is not a number of seconds");
    }
  }

  private static String file(String url) {
    return url.startsWith("file:") ? url.substring(5) : url;
  }

  /** What is demanded of TLS; without a word, as MySQL's own programs do. */
  private Encryption encryption() {
    Optional<String> mode =
        option("sslmode")
            .or(() -> option("ssl-mode"))
            .or(() -> option("ssl_mode"))
            .or(() -> option("tls"))
            .or(() -> option("sslaccept"));
    if (mode.isPresent()) {
      return Encryption.named(mode.get())
          .orElseThrow(() -> url.scheme().bad("its sslMode is not one that is known"));
    }
    Optional<String> use = option("useSSL");
    if (use.filter("false"::equalsIgnoreCase).isPresent()) {
      return Encryption.OFF;
    }
    boolean trusts = says("trustServerCertificate", "true");
    if (says("verifyServerCertificate", "true")
        || (says("disableSslHostnameVerification", "true") && !trusts)) {
      return Encryption.VERIFY_CA;
    }
    if (url.scheme() == Scheme.JDBC_MARIADB && use.isPresent() && !trusts) {
      return Encryption.VERIFY_FULL;
    }
    boolean wanted = use.isPresent() || trusts || says("requireSSL", "true");
    return wanted || option("sslcert").isPresent() || option("sslidentity").isPresent()
        ? Encryption.REQUIRED
        : Encryption.PREFERRED;
  }

  private boolean says(String option, String value) {
    return option(option).filter(value::equalsIgnoreCase).isPresent();
  }

  private Optional<String> option(String name) {
    return Optional.ofNullable(url.options().get(name));
  }
}
