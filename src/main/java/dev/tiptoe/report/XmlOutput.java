package dev.tiptoe.report;

import java.io.IOException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML 1.0, a line an element, with a replacement for each character that XML cannot hold.
 */
final class XmlOutput {

  private final Appendable out;
  private final XMLStreamWriter xml;
  private int depth;

  XmlOutput(Appendable out) throws IOException {
    this.out = out;
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new AppendableWriter(out));
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Begins an element that others follow in. */
  void start(String name, String... attributes) throws IOException {
    try {
      newLine();
      xml.writeStartElement(name);
      attributes(attributes);
      depth++;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Writes an element with no other in it. */
  void element(String name, String text, String... attributes) throws IOException {
    try {
      newLine();
      if (text.isEmpty()) {
        xml.writeEmptyElement(name);
        attributes(attributes);
      } else {
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Ends the element begun last. */
  void end() throws IOException {
    try {
      depth--;
      newLine();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Ends the document. */
  void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.append('\n');
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], legal(namesAndValues[i + 1]));
    }
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
