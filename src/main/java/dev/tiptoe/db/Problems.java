package dev.tiptoe.db;

import dev.tiptoe.db.DatabaseProblem.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says what a driver's exception means; the driver's own words may hold what nobody may see. */
record Problems(Engine engine, Address address) {

  DatabaseProblem whileConnecting(SQLException e) {
    String code = engine.code(e);
    Optional<String> refusal = engine.refusal(e);
    return refusal.isPresent()
        ? new DatabaseProblem(Kind.REFUSED, code, address.shown() + ": " + refusal.get())
        : new DatabaseProblem(
            Kind.UNREACHABLE, code, "cannot connect to " + address.shown() + ": " + reason(e));
  }

  /** The driver quotes the value in its exception. */
  DatabaseProblem badOption() {
    return new DatabaseProblem(
        Kind.UNREACHABLE,
        "",
        "cannot connect to "
            + address.shown()
            + ": one of the options in the address has a value that the driver does not understand");
  }

  private String reason(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "no host has this name";
      }
      if (cause instanceof NoRouteToHostException) {
        return "there is no way to this host";
      }
      if (cause instanceof ConnectException) {
        return "nothing answers there";
      }
      if (cause instanceof SocketTimeoutException) {
        return "it did not answer in time";
      }
      if (cause instanceof SSLException) {
        return "TLS failed, " + cause.getMessage();
      }
    }
    return engine
        .unreachable(e)
        .orElse(
            isAboutTls(e)
                ? "TLS failed; look at the host and the certificates that the address names"
                : "it did not let anybody in, or not in time");
  }

  /** The drivers' languages share these words. */
  private static boolean isAboutTls(SQLException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), "");
    return message.contains("SSL") || message.contains("hostnameverifier");
  }

  DatabaseProblem whileWorking(SQLException e, Connection connection) {
    String code = engine.code(e);
    if (isClosed(connection) || engine.kind(code) == Kind.LOST) {
      return new DatabaseProblem(
          Kind.LOST, code, "the connection to " + address.shown() + " was lost");
    }
    return new DatabaseProblem(engine.kind(code), code, engine.message(e));
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }
}
