package dev.tiptoe.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tiptoe.lint.Finding;
import dev.tiptoe.lint.Hazard;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the examples of the pages on real servers, on tables with rows: they did there what the page
 * shows, and {@link ServerLaws} holds.
 */
@Tag("servers")
class PagesOnServersTest {

  private static final Set<Hazard> SEEN_BY_THE_APP = Set.of(Hazard.BREAKS, Hazard.LOSES);

  /** What these break is not in what a server answers, but in what the app makes of it. */
  private static final Set<String> UNSEEN_BY_SERVERS = Set.of("drop-not-null");

  @TestFactory
  Stream<DynamicNode> examples() {
    if (PageUpdate.isWanted()) {
      assertThat(System.getenv("CI")).as("CI; pages are not rewritten there").isNull();
      Page.wanted().forEach(page -> PageUpdate.measured(page, PagesOnServersTest::measured));
    }
    List<Page> pages = Page.wanted();
    tellWhatIsNotRun(pages.stream().flatMap(p -> p.examples().stream()).toList());
    return pages.stream().map(page -> dynamicContainer(page.id(), tests(page)));
  }

  private static Stream<DynamicNode> tests(Page page) {
    Stream<DynamicNode> examples =
        page.examples().stream()
            .filter(e -> OnServer.obstacle(e).isEmpty())
            .map(e -> dynamicTest(e.name(), () -> check(page.id(), e)));
    return Stream.concat(
        examples, Stream.of(dynamicTest("the app that suffers is shown", () -> appIsShown(page))));
  }

  private static void check(String rule, Example example) throws SQLException {
    try {
      OnServer server = OnServer.of(example);
      Measured measured = Measured.of(server);
      new ServerLaws(rule, server, measured).check();
      example.measured().ifPresent(m -> assertThat(measured.text()).isEqualTo(m.text()));
    } catch (AssertionError e) {
      // The reports of Maven do not name dynamic tests.
      throw new AssertionError(rule + ", " + example.name() + ": " + e.getMessage(), e);
    }
  }

  private static void appIsShown(Page page) {
    List<Example> suffering =
        page.examples().stream().filter(e -> e.isBad() && appSuffers(page.id(), e)).toList();
    if (!suffering.isEmpty() && !UNSEEN_BY_SERVERS.contains(page.id())) {
      assertThat(suffering)
          .as("bad examples; one that is run needs a block `sql app`")
          .anyMatch(e -> e.isRun() && e.app().isPresent());
    }
  }

  private static boolean appSuffers(String rule, Example example) {
    List<Finding> findings = Outcome.of(example, example.sql().text()).found().findings();
    return findings.stream()
        .anyMatch(f -> f.rule().equals(rule) && SEEN_BY_THE_APP.contains(f.hazard()));
  }

  private static Optional<String> measured(Example example) {
    if (OnServer.obstacle(example).isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Measured.of(OnServer.of(example)).text());
    } catch (SQLException e) {
      throw new IllegalStateException(example.name(), e);
    }
  }

  private static void tellWhatIsNotRun(List<Example> examples) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Example example : examples) {
      OnServer.obstacle(example).ifPresent(reason -> reasons.merge(reason, 1, Integer::sum));
    }
    reasons.forEach((reason, count) -> System.out.println(count + " not run: " + reason));
  }
}
