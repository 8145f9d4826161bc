package dev.tiptoe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tiptoe.db.DatabaseProblem.Kind;
import dev.tiptoe.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with a certificate for 127.0.0.1 that is its own authority. */
@Tag("servers")
class TlsTest {

  private static final char[] PASSWORD = "secret".toCharArray();

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));

  @TempDir Path folder;

  private Path certificate;
  private Path key;
  private Path strangers;

  @BeforeEach
  void certificates() throws Exception {
    KeyStore own = made("own");
    certificate = pem("server.crt", "CERTIFICATE", own.getCertificate("own").getEncoded());
    key = pem("server.key", "PRIVATE KEY", own.getKey("own", PASSWORD).getEncoded());
    strangers = pem("other.crt", "CERTIFICATE", made("other").getCertificate("other").getEncoded());
  }

  private KeyStore made(String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "RSA",
            "-dname",
            "CN=" + name,
            "-ext",
            "san=ip:127.0.0.1",
            "-ext",
            "bc:c",
            "-keystore",
            file.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD));
    assertThat(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor())
        .isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private Path pem(String file, String title, byte[] content) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(file),
        "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n");
  }

  @Test
  void postgresqlIsHeldToWhatTheAddressDemands() throws Exception {
    try (var scratch = Server.postgresql(16).freshDatabase();
        Connection admin = scratch.connect();
        Statement statement = admin.createStatement()) {
      copyToServer(statement, key, "server.key");
      copyToServer(statement, certificate, "server.crt");
      switchTls(statement, "on");
      try {
        String url =
            scratch.url().replaceFirst("jdbc:postgresql://(.*)\\?.*", "postgres://postgres@$1?");
        String state = "SELECT ssl AS tls FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        assertThat(encryption(url, state)).isEqualTo("t");
        assertThat(encryption(url + "sslmode=disable", state)).isEqualTo("f");
        assertThat(encryption(url + "sslmode=require", state)).isEqualTo("t");
        assertThat(encryption(url + "sslmode=verify-full&sslrootcert=" + certificate, state))
            .isEqualTo("t");
        assertThat(encryption(url + "sslaccept=strict&sslcert=" + certificate, state))
            .isEqualTo("t");
        assertRefused(url + "sslmode=verify-full");
        assertRefused(url + "sslmode=require&sslrootcert=" + strangers);
        assertRefused(url + "sslaccept=strict");
        assertRefused(url + "sslmode=verify-full&sslrootcert=" + folder.resolve("missing"));
        assertRefused(
            (url + "sslmode=verify-full&sslrootcert=" + certificate)
                .replace("127.0.0.1", "localhost"));
      } finally {
        switchTls(statement, "off");
      }
    }
  }

  private static void copyToServer(Statement statement, Path file, String name)
      throws IOException, SQLException {
    String data;
    try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
      row.next();
      data = row.getString(1);
    }
    String content = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    statement.execute(
        "COPY (SELECT '%s') TO PROGRAM 'umask 077; base64 -d > \"%s/%s\"'"
            .formatted(content, data, name));
  }

  private static void switchTls(Statement statement, String state)
      throws SQLException, InterruptedException {
    statement.execute("ALTER SYSTEM SET ssl = " + state);
    statement.execute("SELECT pg_reload_conf()");
    Thread.sleep(500);
  }

  @Test
  void mysqlIsHeldToWhatTheAddressDemands() throws Exception {
    try (var scratch = Server.mysql().freshDatabase();
        Connection admin = scratch.connect();
        Statement statement = admin.createStatement()) {
      statement.execute("SET GLOBAL ssl_cert = '" + certificate + "'");
      statement.execute("SET GLOBAL ssl_key = '" + key + "'");
      statement.execute("ALTER INSTANCE RELOAD TLS");
      statement.execute("DROP USER IF EXISTS careful");
      statement.execute("CREATE USER careful IDENTIFIED BY 'p' REQUIRE SSL");
      statement.execute("GRANT ALL ON *.* TO careful");
      try {
        String url = scratch.url().replaceFirst("jdbc:mysql://(.*)\\?.*", "mysql://careful:p@$1?");
        String root = url.replace("careful:p", "root");
        String state = "SHOW STATUS LIKE 'Ssl_version'";
        assertThat(encryption(url, state)).startsWith("TLS");
        assertThat(encryption(root + "ssl-mode=DISABLED", state)).isEmpty();
        assertThat(encryption(url + "ssl-mode=REQUIRED", state)).startsWith("TLS");
        assertThat(encryption(url + "sslaccept=strict&sslcert=" + certificate, state))
            .startsWith("TLS");
        statement.execute("CREATE USER trusting IDENTIFIED BY 'p'");
        String trusting = url.replace("careful", "trusting") + "ssl-mode=DISABLED";
        assertThat(assertRefused(trusting + "&allowPublicKeyRetrieval=false"))
            .hasMessageContaining("or, in a network that you trust, allowPublicKeyRetrieval=true");
        assertRefused(url + "ssl-mode=VERIFY_CA&ssl-ca=" + strangers);
        assertRefused(url + "sslaccept=strict&sslcert=" + strangers);
        assertRefused(
            (root + "sslaccept=strict&sslcert=" + certificate).replace("127.0.0.1", "localhost"));
      } finally {
        statement.execute("DROP USER IF EXISTS careful, trusting");
        statement.execute("SET GLOBAL ssl_cert = ''");
        statement.execute("SET GLOBAL ssl_key = ''");
        statement.execute("ALTER INSTANCE RELOAD TLS NO ROLLBACK ON ERROR");
      }
    }
  }

  private static String encryption(String url, String question) throws DatabaseProblem {
    try (Database database = Database.open(Address.of(url), PATIENCE, Access.READ_ONLY)) {
      Row row = database.query(question).get(0);
      return question.startsWith("SHOW") ? row.text("Value") : row.text("tls");
    }
  }

  private static DatabaseProblem assertRefused(String url) {
    DatabaseProblem problem =
        catchThrowableOfType(
            DatabaseProblem.class,
            () -> Database.open(Address.of(url), PATIENCE, Access.READ_ONLY).close());
    assertThat(problem).as(url).isNotNull().hasMessageContaining("TLS");
    assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
    return problem;
  }
}
