package dev.tiptoe.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/**
 * Why a file cannot be used, in words for the person who named it; its path is not part of the
 * message.
 */
public final class FileProblem extends Exception {

  private static final long serialVersionUID = 1L;

  public FileProblem(String message) {
    super(message);
  }

  /** The words to show. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** The exceptions of the file system name the path and leave the reason to their class. */
  static FileProblem of(IOException e) {
    return new FileProblem(words(e));
  }

  /** A file or folder that cannot be read. */
  static FileProblem unreadable(IOException e) {
    return new FileProblem("cannot be read: " + words(e));
  }

  private static String words(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemLoopException) {
      return "its symbolic links lead in a circle";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
