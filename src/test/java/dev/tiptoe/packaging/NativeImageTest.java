package dev.tiptoe.packaging;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.properties.HasName.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * What a native binary would miss, because its compiler sees neither files that are read by name
 * nor methods that are.
 */
@AnalyzeClasses(packages = "dev.tiptoe", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeImageTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path METADATA =
      CLASSES.resolve("META-INF/native-image/dev.tiptoe/tiptoe/reachability-metadata.json");

  /** The one method that is: it is not there before Java 22. */
  private static final String REFLECTING = "dev.tiptoe.cli.Terminals";

  @ArchTest
  static final ArchRule onlyOneClassReflects =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(REFLECTING)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.(ServiceLoader|ResourceBundle)|java\\.lang\\.invoke\\.MethodHandles.*")
          .orShould()
          .callMethodWhere(
              target(owner(Predicates.name("java.lang.Class")))
                  .and(
                      target(
                          nameMatching(
                              "forName|newInstance|get(Declared)?(Class|Constructor|Field|Method)(e?s)?"
                                  + "|getRecordComponents"))));

  @Test
  void everyResourceIsNamedAndNothingElse() throws IOException {
    List<Path> resources = resources();
    List<PathMatcher> globs =
        texts(metadata().path("resources"), "glob")
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
    assertThat(resources)
        .isNotEmpty()
        .allMatch(path -> globs.stream().anyMatch(glob -> glob.matches(path)));
    assertThat(globs).allMatch(glob -> resources.stream().anyMatch(glob::matches));
  }

  @Test
  void theMethodThatIsReadByNameIsNamed() throws IOException {
    JsonNode reflection = metadata().path("reflection");
    assertThat(texts(reflection, "type")).containsExactly("java.io.Console");
    assertThat(texts(reflection.path(0).path("methods"), "name")).containsExactly("isTerminal");
    assertThat(Path.of("src/main/java", REFLECTING.replace('.', '/') + ".java"))
        .content()
        .containsOnlyOnce("getMethod(")
        .contains("Console.class.getMethod(\"isTerminal\")");
  }

  private static JsonNode metadata() throws IOException {
    return new ObjectMapper().readTree(METADATA.toFile());
  }

  private static Stream<String> texts(JsonNode list, String key) {
    return StreamSupport.stream(list.spliterator(), false).map(item -> item.path(key).asText());
  }

  private static List<Path> resources() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".class"))
          .map(CLASSES::relativize)
          .filter(file -> !file.startsWith("META-INF"))
          .toList();
    }
  }
}
