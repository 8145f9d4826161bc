package dev.tiptoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class XmlReportsTest {

  @TempDir Path folder;
  private ReportProject project;

  @BeforeEach
  void writeProject() throws Exception {
    project = new ReportProject(folder);
  }

  @Test
  void checkstyleNamesEachFileThatHasFindings() throws Exception {
    Document document = parsed(project.findings("checkstyle"));
    assertThat(attributes(document, "file", "name"))
        .containsExactly(
            "db/1 add port.sql",
            "db/2 \"quoted\" & <angled>.sql",
            "db/3 größe, 100%.sql",
            "missing.sql");
    assertThat(attributes(document, "error", "severity"))
        .contains("error", "warning")
        .isSubsetOf("error", "warning", "info");
  }

  @Test
  void aFileFailsAsATestIfTheRunFailsForIt() throws Exception {
    assertThat(failed(project.findings("junit")))
        .containsExactly("db/1 add port.sql", "db/3 größe, 100%.sql");
    Session strict = new Session(folder);
    strict.run("--dialect", "postgresql", "--format", "junit", "--fail-on", "warning", "db");
    assertThat(failed(strict.out())).hasSize(3);
    Session lenient = new Session(folder);
    lenient.run("--dialect", "postgresql", "--format", "junit", "--fail-on", "never", "db");
    assertThat(failed(lenient.out())).isEmpty();
    assertThat(attributes(parsed(lenient.out()), "testcase", "file")).hasSize(4);
  }

  @Test
  void whatXmlCannotHoldIsReplaced() throws Exception {
    Session.write(
        folder.resolve("odd/\u0001😀.sql"),
        "ALTER TABLE \"t\u0002\" DROP COLUMN \"c\u001B]]>\";\n");
    for (String format : new String[] {"checkstyle", "junit"}) {
      Session session = new Session(folder);
      session.run("--dialect", "postgresql", "--format", format, "--fail-on", "note", "odd");
      assertThat(parsed(session.out()).getDocumentElement().getTextContent() + session.out())
          .contains("odd/\uFFFD😀.sql");
    }
  }

  private static List<String> failed(String junit) throws Exception {
    List<String> failed = new ArrayList<>();
    NodeList suites = parsed(junit).getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      int failures = suite.getElementsByTagName("failure").getLength();
      assertThat(suite.getAttribute("failures")).isEqualTo(Integer.toString(failures));
      assertThat(suite.getAttribute("tests")).isEqualTo("1");
      if (failures > 0) {
        failed.add(suite.getAttribute("name"));
      }
    }
    return failed;
  }

  private static List<String> attributes(Document document, String element, String attribute) {
    List<String> values = new ArrayList<>();
    NodeList elements = document.getElementsByTagName(element);
    for (int i = 0; i < elements.getLength(); i++) {
      values.add(((Element) elements.item(i)).getAttribute(attribute));
    }
    return values;
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
