package dev.tiptoe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tiptoe.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom; the paragraphs in the package-info files say why. */
@AnalyzeClasses(packages = "dev.tiptoe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /**
   * Thrown by any Appendable, named by every enum, a writer that writes to no file, or what the
   * program's own resources are read with.
   */
  private static final List<String> PLAIN_IO =
      List.of("IOException", "UncheckedIOException", "Serializable", "Writer", "InputStream");

  @ArchTest static final ArchRule textKnowsNothingOfSql = sees("text");

  @ArchTest static final ArchRule ddlNeverReadsSql = sees("ddl", "text");

  @ArchTest static final ArchRule sqlEndsAtChanges = sees("sql", "text", "ddl");

  @ArchTest static final ArchRule layoutsJudgeNothing = sees("layout", "text", "sql");

  @ArchTest static final ArchRule schemaFollowsChanges = sees("schema", "text", "ddl", "sql");

  @ArchTest static final ArchRule factsJudgeNothing = sees("facts", "text", "ddl", "sql", "schema");

  @ArchTest
  static final ArchRule lintKnowsNoRule =
      sees("lint", "text", "ddl", "sql", "layout", "schema", "facts");

  @ArchTest
  static final ArchRule rewriteReportsNothing =
      sees("rewrite", "text", "ddl", "sql", "layout", "schema", "facts", "lint");

  @ArchTest
  static final ArchRule rulesAreAtTheTopOfTheCore =
      sees("rules", "text", "ddl", "sql", "layout", "schema", "facts", "lint", "rewrite");

  @ArchTest static final ArchRule reportsShowFindings = sees("report", "text", "sql", "lint");

  @ArchTest
  static final ArchRule decisionsAreReadNotFound = sees("config", "text", "ddl", "sql", "lint");

  @ArchTest
  static final ArchRule projectsAreFiles = sees("project", "text", "sql", "layout", "config");

  @ArchTest
  static final ArchRule historyJudgesNothing =
      sees("history", "text", "ddl", "sql", "layout", "schema", "lint", "project");

  @ArchTest
  static final ArchRule databasesDecideNothing = sees("db", "text", "ddl", "sql", "schema");

  @ArchTest
  static final ArchRule theDoctorKnowsNoRule =
      sees(
          "doctor", "text", "ddl", "sql", "layout", "schema", "facts", "lint", "project", "history",
          "db");

  @ArchTest static final ArchRule theManualRunsNothing = sees("manual");

  @ArchTest
  static final ArchRule onlyTheCommandLineSeesTheRules =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.tiptoe.rules..", "dev.tiptoe.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tiptoe.rules..");

  @ArchTest
  static final ArchRule rulesAskTheContextAndNotTheCatalog =
      noClasses()
          .that()
          .resideInAPackage("dev.tiptoe.rules..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.tiptoe.schema.Catalog");

  @ArchTest
  static final ArchRule theCoreTouchesNoFiles =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.tiptoe.cli..", "dev.tiptoe.history..", "dev.tiptoe.project..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are for files and streams",
                  c ->
                      (c.getPackageName().startsWith("java.nio")
                              && !c.getPackageName().equals("java.nio.charset"))
                          || (c.getPackageName().equals("java.io")
                              && !PLAIN_IO.contains(c.getSimpleName()))));

  @ArchTest
  static final ArchRule onePackageSpeaksToDatabases =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tiptoe.db..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.mariadb..");

  @ArchTest
  static final ArchRule jsqlparserStaysBehindOneClass =
      noClasses()
          .that()
          .haveNameNotMatching("dev\\.tiptoe\\.sql\\.DetailParser(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.sf.jsqlparser..");

  @ArchTest
  static final ArchRule picocliStaysInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.tiptoe.cli..", "dev.tiptoe.manual..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule nobodyButTheCommandLinePrintsOrExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tiptoe.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule rulesHoldNoState =
      fields().that().areDeclaredInClassesThat().areAssignableTo(Rule.class).should().beFinal();

  @ArchTest
  static final ArchRule rulesAreFinal =
      classes()
          .that()
          .areAssignableTo(Rule.class)
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .resideInAPackage("dev.tiptoe.rules");

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    Path sources = Path.of("src/main/java/dev/tiptoe");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> folders =
          files
              .filter(p -> p.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      assertThat(folders)
          .allSatisfy(f -> assertThat(f.resolve("package-info.java")).content().contains("/**"));
    }
  }

  /** Of Tiptoe's own packages, this one knows those and itself. */
  private static ArchRule sees(String layer, String... below) {
    String[] allowed = new String[below.length + 1];
    allowed[0] = "dev.tiptoe." + layer + "..";
    for (int i = 0; i < below.length; i++) {
      allowed[i + 1] = "dev.tiptoe." + below[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("dev.tiptoe." + layer + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are Tiptoe's, but not in " + String.join(", ", allowed),
                c ->
                    c.getPackageName().startsWith("dev.tiptoe")
                        && Stream.of(allowed)
                            .noneMatch(
                                a ->
                                    (c.getPackageName() + ".")
                                        .startsWith(a.substring(0, a.length() - 1)))))
        .allowEmptyShould(true);
  }
}
