package dev.tiptoe.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What differs between the kinds of server: how to unpack, initialise, start and reach one. */
interface Engine {

  /** Returns the short name that also names the cached installation, such as postgres-18. */
  String name();

  /** Returns postgresql, mysql or mariadb. */
  String dialect();

  /** Returns the downloaded archive this server is unpacked from, or a folder that already is. */
  Path archive();

  /** Unpacks the archive into an empty folder. */
  void unpack(Path home) throws IOException;

  /** Returns the command that makes a new data directory, without a change of user. */
  List<String> initCommand(Path home, Path data);

  /** Returns the SQL to be read by the command that makes a data directory, or an empty text. */
  default String initScript(Path home) throws IOException {
    return "";
  }

  /** Returns the command that runs the server in the foreground. */
  List<String> startCommand(Path home, Path data, int port);

  /** Tells whether the server refuses to run as root. */
  boolean refusesRoot();

  /** Returns the signal that stops the server fastest without leaving anything behind. */
  String stopSignal();

  /** Returns the JDBC address of a database. */
  String url(int port, String database);

  /** Returns further JDBC parameters that make the driver send a whole script as one message. */
  String wholeScriptParameters();

  /** Returns the name of the database that always exists. */
  String adminDatabase();

  /** Returns the query for the data directory, which tells our server from any other. */
  String dataDirectoryQuery();
}
