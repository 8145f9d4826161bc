package dev.tiptoe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiptoe.sql.Dialect;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "postgres://u:p@h/d,                         POSTGRESQL, h:5432/d",
    "postgresql://u:p@h:6/d?schema=s,            POSTGRESQL, h:6/d",
    "postgresql:///d,                            POSTGRESQL, localhost:5432/d",
    "POSTGRES://u@[::1]/d,                       POSTGRESQL, [::1]:5432/d",
    "jdbc:postgresql://[::1]:6/d?user=u,         POSTGRESQL, [::1]:6/d",
    "'postgres://u:p@a:1,b:2/d',                 POSTGRESQL, 'a:1,b:2/d'",
    "postgres://u:p@h/d?host=x&port=7,           POSTGRESQL, x:7/d",
    "\"postgres://u:p@h/d\",                     POSTGRESQL, h:5432/d",
    "postgres://u:p@h/a%20b,                     POSTGRESQL, h:5432/a b",
    "mysql://u:p@h/d,                            MYSQL,      h:3306/d",
    "mysql://u:p@tcp(h:7)/d,                     MYSQL,      h:7/d",
    "jdbc:mysql://h/d?user=u&password=p,         MYSQL,      h:3306/d",
    "mariadb://u:p@h/d,                          MARIADB,    h:3306/d",
    "jdbc:mariadb://h:7/d?user=u,                MARIADB,    h:7/d",
  })
  void thePlaceIsShown(String url, Dialect dialect, String shown) {
    Address address = Address.of(url);

    assertThat(address.dialect()).isEqualTo(dialect);
    assertThat(address.shown()).isEqualTo(shown);
    assertThat(address).hasToString(address.shown());
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://me%40x:a%2Fb%3A%3F%23@h/d,     me@x, a/b:?#",
    "postgres://me:a#b:c@d@h/d,                me,   a#b:c@d",
    "postgres://me:100%@h/d,                   me,   100%",
    "postgres://h/d?user=me&password=a%2Bb,    me,   a+b",
    "jdbc:postgresql://h/d?user=me&password=p, me,   p",
    "jdbc:mysql://me:p@h/d,                    me,   p",
    "jdbc:mariadb://h/d?user=me&password=%41+, me,   %41+",
    "mysql://me:%C3%A9@h/d,                    me,   é",
  })
  void userAndPasswordAreDecoded(String url, String user, String password) {
    assertThat(Address.of(url).properties())
        .containsEntry("user", user)
        .containsEntry("password", password);
  }

  @Test
  void aPasswordMayBeMissing() {
    assertThat(Address.of("postgres://me@h/d").properties()).doesNotContainKey("password");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://h/d,                                 ",
    "postgres://h/d?schema=My%20App,                 My App",
    "jdbc:postgresql://h/d?currentSchema=a,          a",
    "'jdbc:postgresql://h/d?currentSchema=%22A%22,b', A",
    "mysql://h/d?schema=a,                           ",
  })
  void aSchemaMayBeNamed(String url, String schema) {
    assertThat(Address.of(url).schema().orElse(null)).isEqualTo(schema);
  }

  @Test
  void theSchemaIsQuotedForTheServer() {
    assertThat(Address.of("postgres://h/d?schema=My%22App").properties())
        .containsEntry("currentSchema", "\"My\"\"App\"");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://h/d,                                        prefer,      ,      false",
    "postgres://h/d?sslmode=disable,                        disable,     ,      false",
    "postgres://h/d?sslmode=require&channel_binding=require, require,    ,      false",
    "postgres://h/d?sslmode=require&sslrootcert=ca.pem,     verify-ca,   ca.pem, false",
    "postgres://h/d?sslmode=verify-full,                    verify-full, ,      true",
    "postgres://h/d?sslmode=verify-full&sslrootcert=ca.pem, verify-full, ca.pem, false",
    "postgres://h/d?sslrootcert=system,                     verify-full, ,      true",
    "postgres://h/d?sslmode=require&sslaccept=strict,       verify-full, ,      true",
    "postgres://h/d?sslaccept=strict&sslcert=ca.pem,        verify-full, ca.pem, false",
    "postgres://h/d?sslmode=disable&sslaccept=strict,       disable,     ,      false",
    "postgres://h/d?sslaccept=accept_invalid_certs,         prefer,      ,      false",
    "postgres://h/d?sslcert=ca.pem&sslmode=require,         require,     ca.pem, false",
    "jdbc:postgresql://h/d?ssl=true,                        verify-full, ,      false",
    "jdbc:postgresql://h/d?sslmode=verify-ca,               verify-ca,   ,      false",
  })
  void postgresqlHonoursTlsInEachSpelling(
      String url, String mode, String authority, boolean trustsJava) {
    Properties properties = Address.of(url).properties();

    assertThat(properties).containsEntry("sslmode", mode);
    assertThat(properties.getProperty("sslrootcert")).isEqualTo(authority);
    assertThat(properties.containsKey("sslfactory")).isEqualTo(trustsJava);
  }

  @Test
  void postgresqlTakesAClientsCertificate() {
    assertThat(Address.of("postgres://h/d?sslcert=c&sslkey=k").properties())
        .containsEntry("sslcert", "c")
        .containsEntry("sslkey", "k");
    assertThat(Address.of("postgres://h/d?sslidentity=c.p12&sslpassword=p").properties())
        .containsEntry("sslkey", "c.p12")
        .containsEntry("sslpassword", "p");
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://h/d,                                        ",
    "mysql://h/d?ssl-mode=DISABLED,                      disable",
    "mysql://h/d?ssl-mode=VERIFY_IDENTITY,               verify-full",
    "mysql://h/d?sslaccept=strict,                       verify-full",
    "mysql://h/d?sslaccept=accept_invalid_certs,         trust",
    "mysql://h/d?sslcert=ca.pem,                         trust",
    "mysql://h/d?tls=skip-verify,                        trust",
    "mysql://h/d?tls=true,                               verify-full",
    "jdbc:mysql://h/d?useSSL=false,                      disable",
    "jdbc:mysql://h/d?usessl=true,                       trust",
    "jdbc:mysql://h/d?requireSSL=true,                   trust",
    "jdbc:mysql://h/d?useSSL=true&verifyServerCertificate=true, verify-ca",
    "jdbc:mysql://h/d?sslMode=VERIFY_CA,                 verify-ca",
    "jdbc:mariadb://h/d?sslMode=verify-full,             verify-full",
    "jdbc:mariadb://h/d?useSsl=true,                     verify-full",
    "jdbc:mariadb://h/d?useSsl=true&trustServerCertificate=true, trust",
  })
  void mysqlHonoursTlsInEachSpelling(String url, String mode) {
    assertThat(Address.of(url).properties().getProperty("sslMode")).isEqualTo(mode);
  }

  @Test
  void mysqlTakesCertificates() {
    assertThat(
            Address.of("mysql://h/d?sslcert=ca.pem&sslidentity=c.p12&sslpassword=p").properties())
        .containsEntry("serverSslCert", "ca.pem")
        .containsEntry("keyStore", "c.p12")
        .containsEntry("keyStoreType", "PKCS12")
        .containsEntry("keyStorePassword", "p");
    assertThat(Address.of("jdbc:mysql://h/d?trustCertificateKeyStoreUrl=file:/t").properties())
        .containsEntry("trustStore", "/t");
  }

  @Test
  void timeoutsOfToolsAreTheDriversOwn() {
    assertThat(Address.of("postgres://h/d?connect_timeout=7&socket_timeout=8").properties())
        .containsEntry("connectTimeout", "7")
        .containsEntry("socketTimeout", "8");
    assertThat(Address.of("mysql://h/d?connect_timeout=7&socket_timeout=8").properties())
        .containsEntry("connectTimeout", "7000")
        .containsEntry("socketTimeout", "8000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://me:canary/x@h/d",
        "postgres://me:canary?x@h/d",
        "postgres://me:canary",
        "postgres://me:canary@h",
        "postgres://me:canary@h:/d",
        "postgres://me:canary@h:x/d",
        "postgres://me:canary@h:70000/d",
        "postgres://me:canary@h h/d",
        "postgres://me:canary@%2Fvar%2Frun/d",
        "postgres://me:canary@localhost/d?host=/cloudsql/x",
        "postgres://me:canary@h/d?sslmode=sometimes",
        "postgres://me:canary@h/d?sslcrl=x",
        "postgres://me:canary@h/d?sslidentity=canary.pem",
        "mysql://me:canary@h/",
        "mysql://me:canary@h/d?ssl-key=canary",
        "mysql://me:canary@h/d?tls=canary",
        "mysql://me:canary@h/d?connect_timeout=canary",
        "mysql://me:canary@unix(/s)/d",
        "mysql://me:canary@localhost/d?socket=/s",
        "prisma://x/?api_key=canary",
        "jdbc:mysql:replication://me:canary@h/d",
        "sqlserver://h;password=canary",
        "canary",
        "",
      })
  void whatIsWrongIsSaidWithAnExampleAndWithoutThePassword(String url) {
    assertThatThrownBy(() -> Address.of(url))
        .isInstanceOf(BadAddress.class)
        .hasNoCause()
        .hasMessageContaining("; an address is written like ")
        .hasMessageNotContaining("canary");
  }
}
