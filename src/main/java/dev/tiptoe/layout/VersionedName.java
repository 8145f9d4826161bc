package dev.tiptoe.layout;

/**
 * The path of a migration in its parts, which together are the path: {@code migrations/}, {@code
 * 0003}, {@code _add_port}, {@code .up.sql}. For a tool that makes a folder for each migration the
 * name is the folder's, and the rest begins at its slash.
 */
record VersionedName(String folder, String version, String title, String rest) {

  /** Of a path whose last part is the name. */
  static VersionedName ofFile(String path) {
    int start = path.lastIndexOf('/') + 1;
    int dot = path.indexOf('.', start);
    return of(path, start, dot < 0 ? path.length() : dot);
  }

  /** Of a path whose last part but one is the name. */
  static VersionedName ofFolder(String path) {
    int end = path.lastIndexOf('/');
    return of(path, path.lastIndexOf('/', end - 1) + 1, end);
  }

  private static VersionedName of(String path, int start, int end) {
    int title = start;
    while (title < end && isVersion(path, title)) {
      title++;
    }
    return new VersionedName(
        path.substring(0, start),
        path.substring(start, title),
        path.substring(title, end),
        path.substring(end));
  }

  /** Diesel puts hyphens between the parts of its dates. */
  private static boolean isVersion(String path, int at) {
    char c = path.charAt(at);
    return (c >= '0' && c <= '9')
        || (c == '-' && at + 1 < path.length() && Character.isDigit(path.charAt(at + 1)));
  }

  VersionedName withVersion(String newVersion) {
    return new VersionedName(folder, newVersion, title, rest);
  }

  VersionedName withWord(String word) {
    return new VersionedName(folder, version, title + "_" + word, rest);
  }

  String path() {
    return folder + version + title + rest;
  }
}
