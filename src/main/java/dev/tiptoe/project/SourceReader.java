package dev.tiptoe.project;

import dev.tiptoe.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files as strict UTF-8, because a character replaced while reading would be written back
 * wrong. A byte order mark stays the first character of the text.
 */
public final class SourceReader {

  /** No migration written by people is larger; a dump would only exhaust the memory. */
  private static final int MOST_BYTES = 256 << 20;

  private static final String TOO_LARGE =
      "is larger than 256 MB, which is a dump rather than a migration";

  private SourceReader() {}

  /**
   * Reads a file.
   *
   * @param shown the path that messages give
   */
  public static SourceFile read(Path file, String shown) throws FileProblem {
    if (Files.isDirectory(file)) {
      throw new FileProblem("is a folder");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new FileProblem(TOO_LARGE);
      }
      // The bytes of ASCII become the text without being copied, which matters for dumps.
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      if (text.indexOf('\0') < 0) {
        return new SourceFile(shown, text);
      }
    } catch (CharacterCodingException e) {
      // Any other text is decoded below, where it is also worked out what is wrong with it.
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, shown);
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    }
  }

  /** Reads what git keeps. */
  public static SourceFile read(byte[] bytes, String shown) throws FileProblem {
    return new SourceFile(shown, decode(bytes));
  }

  /** Reads a stream to its end. */
  public static SourceFile read(InputStream in, String shown) throws FileProblem {
    try {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new FileProblem(TOO_LARGE);
      }
      return new SourceFile(shown, decode(bytes));
    } catch (IOException e) {
      throw FileProblem.unreadable(e);
    }
  }

  private static String decode(byte[] bytes) throws FileProblem {
    if (isUtf16(bytes)) {
      throw new FileProblem("is UTF-16 text; save it as UTF-8");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\0') < 0 && text.indexOf('\uFFFD') < 0) {
      return text;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer to = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(from, to, true);
    int invalid = result.isError() ? from.position() : bytes.length;
    int nul = indexOfNul(bytes);
    if (nul >= 0 && nul < invalid) {
      throw new FileProblem(
          "is not text: there is a NUL byte at byte offset "
              + nul
              + " (line "
              + line(bytes, nul)
              + ")");
    }
    if (result.isError()) {
      throw new FileProblem(
          "is not UTF-8: byte 0x"
              + Integer.toHexString(0x100 | (bytes[invalid] & 0xff)).substring(1)
              + " at byte offset "
              + invalid
              + " (line "
              + line(bytes, invalid)
              + "); save the file as UTF-8");
    }
    return to.flip().toString();
  }

  /**
   * Whether there is a UTF-16 byte order mark, or every second byte at the start is NUL as in ASCII
   * stored as UTF-16.
   */
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if ((first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe)) {
      return true;
    }
    return bytes.length >= 4
        && (first == 0) != (second == 0)
        && (first == 0) == (bytes[2] == 0)
        && (second == 0) == (bytes[3] == 0);
  }

  private static int indexOfNul(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int line(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
