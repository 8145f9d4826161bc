package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change.Demand;
import dev.tiptoe.ddl.ColumnDef;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.facts.Effect;
import dev.tiptoe.facts.Facts;
import dev.tiptoe.layout.Layouts;
import dev.tiptoe.layout.Place;
import dev.tiptoe.layout.Runner;
import dev.tiptoe.layout.Section;
import dev.tiptoe.layout.Wrapping;
import dev.tiptoe.schema.Catalog;
import dev.tiptoe.sql.Expression;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.sql.Target;
import dev.tiptoe.text.SourceFile;
import dev.tiptoe.text.Span;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a rule may ask about the place it looks at, and where it reports. */
public final class Context {

  private static final String NESTED =
      "the statement stands in code or in a string, which Tiptoe never rewrites";

  private final Script script;
  private final Runner runner;
  private final Place place;
  private final List<Section> sections;
  private final ForwardStatements forward;
  private final Options options;
  private final RuleBook ruleBook;
  private final Catalog catalog;
  private final KnownSchema schema;
  private final KnownSchema schemaBefore;
  private final Directives directives;
  private final PrismaNotes prisma;
  private final BiPredicate<String, Supplier<String>> exempt;
  private final Consumer<Finding> findings;
  private final Map<Class<?>, Object> perStatement = new HashMap<>();
  private final Map<String, Expression> expressions = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private Section section;
  private int sectionIndex;
  private @Nullable Statement statement;
  private @Nullable Rule<?> rule;
  private boolean clean = true;

  Context(
      Script script,
      Circumstances circumstances,
      Options options,
      RuleBook ruleBook,
      Consumer<Finding> findings) {
    this.script = script;
    this.runner = circumstances.runner();
    this.place = circumstances.place();
    this.sections = runner.sections(script);
    this.forward = new ForwardStatements(script, sections);
    this.section = sections.get(0);
    this.options = options;
    this.ruleBook = ruleBook;
    this.catalog = circumstances.schema().copy();
    this.schema = new KnownSchema(catalog);
    this.schemaBefore = new KnownSchema(circumstances.schema());
    this.directives = new Directives(script);
    this.prisma = new PrismaNotes(script);
    this.exempt = circumstances.exempt();
    this.findings = findings;
  }

  public Target target() {
    return script.target();
  }

  public Options options() {
    return options;
  }

  public SourceFile file() {
    return script.file();
  }

  /** The statement that is looked at. */
  public Statement statement() {
    if (statement == null) {
      throw new IllegalStateException("no statement is looked at");
    }
    return statement;
  }

  /** What is in the database just before the statement looked at. */
  public KnownSchema schema() {
    return schema;
  }

  /** What is in the database before the first statement of this script. */
  public KnownSchema schemaBefore() {
    return schemaBefore;
  }

  /**
   * The keys and constraints over a column that are there, or that this script adds anywhere
   * outside the column's own definition.
   */
  public Set<Demand> demands(Name table, Name column) {
    Set<Demand> demands = EnumSet.copyOf(forward.uses().of(table, column));
    demands.addAll(schema.demands(table, column));
    return demands;
  }

  /**
   * The keys and constraints that the statement looked at adds over a column, outside of the
   * column's own definition.
   */
  public Set<Demand> demandsHere(Name column) {
    return perStatement(StatementDemands.class, () -> new StatementDemands(statement())).of(column);
  }

  /** The definition with which this script adds the column; empty if it does not. */
  public Optional<ColumnDef> addedHere(Name table, Name column) {
    return forward.uses().added(table, column);
  }

  /** Whether a later statement of this script fills the column. */
  public boolean isFilledLater(Name table, Name column) {
    return forward.uses().isFilledAfter(statement().span().end(), table, column);
  }

  /** Whether a later statement of this script changes the column, or needs it to be NOT NULL. */
  public boolean isChangedLater(Name table, Name column) {
    return forward.uses().isChangedAfter(statement().span().end(), table, column);
  }

  /** Whether the script makes names or values mean something else than they do elsewhere. */
  public boolean changesSession() {
    return forward.changeSession();
  }

  /** Why the tool cannot run the steps of a fix as migrations of their own; empty if it can. */
  public Optional<String> splitRefusal() {
    if (statement().isNested()) {
      return Optional.of(NESTED);
    }
    return place.path().isEmpty()
        ? Optional.of("it is not known which migrations stand beside this text")
        : runner.layout().splitRefusal();
  }

  /** Whether the project calls this a table in which nobody waits long. */
  public boolean isSmall(Name table) {
    return options.smallTables().stream().anyMatch(small -> small.isFor(table));
  }

  /** Whether a lock on the table keeps nobody waiting for long, because it is new or small. */
  public boolean nobodyWaitsFor(Name table) {
    return schema.isNew(table) || isSmall(table);
  }

  /** The value a person gave for existing rows: in a comment, else on the command line. */
  public Optional<Expression> givenValue(Name table, Name column) {
    return directives
        .value(table, column)
        .or(() -> options.values().stream().filter(v -> v.isFor(table, column)).findFirst())
        .map(v -> expression(v.expression()));
  }

  public Expression expression(String sql) {
    return expressions.computeIfAbsent(sql, e -> Expression.of(e, target(), catalog::volatility));
  }

  /** Keywords in the letter case in which the author began the statement. */
  public String keyword(String words) {
    boolean lower = Character.isLowerCase(file().text().charAt(statement().span().start()));
    return lower ? words.toLowerCase(Locale.ROOT) : words.toUpperCase(Locale.ROOT);
  }

  /** The tool that runs this file. */
  public Runner runner() {
    return runner;
  }

  /** What shares a transaction with the statement looked at, if the file has no BEGIN itself. */
  public Wrapping wrapping() {
    return section.wrapping();
  }

  /**
   * The statements nearby that commit together with the one looked at, itself among them; empty if
   * it commits alone or if nobody knows.
   */
  public List<Statement> transaction() {
    return forward.committedWith(statement()).around();
  }

  /** Those of {@link #transaction} that come before the statement looked at. */
  public List<Statement> earlierInTransaction() {
    return forward.committedWith(statement()).before();
  }

  /** The statements nearby that lead forward, of which the one looked at is one. */
  public List<Statement> statements() {
    return forward.near(statement()).around();
  }

  /** Those of {@link #statements} that come before the statement looked at. */
  public List<Statement> earlierStatements() {
    return forward.near(statement()).before();
  }

  /** Those of {@link #statements} that come after the statement looked at. */
  public List<Statement> laterStatements() {
    return forward.near(statement()).after();
  }

  /**
   * Whether an earlier statement writes rows and all these names occur in it, so that it may have
   * put what is in them elsewhere.
   */
  public boolean isCopiedBefore(Name... names) {
    return new Mentions(file()).inWriters(earlierStatements(), names);
  }

  /** Whether the name occurs in a text of SQL. */
  public boolean mentions(String sql, Name name) {
    return Mentions.isIn(sql, name);
  }

  /**
   * What this server was measured to do with an operation of the facts, in the sql_mode of this
   * place; empty if it lacks the syntax.
   */
  public Optional<Effect> effect(String operation) {
    return Facts.of(target().dialect()).effect(operation, target(), schema.sqlMode());
  }

  /** The statement looked at, with its delimiter and the tool's markers that belong to it alone. */
  public Span frame() {
    return runner.frame(script, statement());
  }

  /** Why the tool allows no statement beside the one looked at; empty if it does. */
  public Optional<String> obstacle() {
    return statement().isNested() ? Optional.of(NESTED) : runner.obstacle(script, statement());
  }

  /** What the tool needs if the file gets one statement more, as a sentence; empty if nothing. */
  public Optional<String> demand() {
    return runner.demand(script);
  }

  /** Whether Prisma Migrate runs or has generated this file. */
  public boolean isPrisma() {
    return runner.is(Layouts.PRISMA) || prisma.isGenerated();
  }

  /** What Prisma wrote into the comments of the file, if it generated it. */
  public PrismaNotes prisma() {
    return prisma;
  }

  /** Whether findings of {@code ruleId} at this place are held back. */
  public boolean isIgnored(String ruleId, Span place) {
    return directives.suppress(ruleId, place.start())
        || exempt.test(ruleId, () -> script.passage(place));
  }

  /** Whether a suppression held anything back in the name of {@code word}. */
  public boolean isUsed(Directive.Ignore ignore, String word) {
    return directives.isUsed(ignore, word);
  }

  public boolean isRule(String id) {
    return ruleBook.has(id);
  }

  /** The known rule whose name is nearest to {@code id}, if one is near. */
  public Optional<String> nearestRule(String id) {
    return ruleBook.nearest(id);
  }

  /** Whether not one statement of the file was understood. */
  public boolean isNothingUnderstood() {
    return forward.isNothingUnderstood();
  }

  /** A value worked out once for the statement that is looked at, and shared by its findings. */
  public <V> V perStatement(Class<V> kind, Supplier<V> make) {
    Object known = perStatement.get(kind);
    if (known == null) {
      known = make.get();
      perStatement.put(kind, known);
    }
    return kind.cast(known);
  }

  /** Whether this is the first call with {@code key} in this run over the script. */
  public boolean isFirst(String key) {
    return seen.add(key);
  }

  /** Whether the rules so far found nothing in the statement looked at. */
  public boolean isClean() {
    return clean;
  }

  /** Reports a finding of the rule that runs, unless something holds it back. */
  public void report(
      Severity severity,
      Hazard hazard,
      Span span,
      String message,
      String advice,
      Optional<Fix> fix) {
    String id = rule().id();
    Optional<Severity> here = level(severity);
    if (here.isPresent() && !isIgnored(id, span)) {
      clean = false;
      findings.accept(
          new Finding(
              id,
              here.get(),
              hazard,
              file(),
              span,
              message,
              advice,
              fix.filter(f -> statement == null || !statement.isNested())));
    }
  }

  /**
   * How bad a finding is in this project; empty if its rule is off. The level is for the worst that
   * the rule finds, so that asking for errors does not make errors of notes.
   */
  private Optional<Severity> level(Severity own) {
    Optional<Severity> usual = rule().isOnByDefault() ? Optional.of(own) : Optional.empty();
    Optional<Severity> asked = options.levels().getOrDefault(rule().id(), usual);
    return own == rule().severity() ? asked : asked.map(s -> s.compareTo(own) < 0 ? s : own);
  }

  private Rule<?> rule() {
    if (rule == null) {
      throw new IllegalStateException("no rule runs");
    }
    return rule;
  }

  public void report(Severity severity, Hazard hazard, Span span, String message, String advice) {
    report(severity, hazard, span, message, advice, Optional.empty());
  }

  List<Directive> directives() {
    return directives.all();
  }

  Catalog catalog() {
    return catalog;
  }

  /** Goes on to the next statement; answers whether it runs forward. */
  boolean lookAt(Statement next) {
    if (statement != null
        && statement.changes().stream().anyMatch(ObjectChange.CreateRoutine.class::isInstance)) {
      expressions.clear();
    }
    statement = next;
    clean = true;
    perStatement.clear();
    while (section.span().end() <= next.span().start() && sectionIndex < sections.size() - 1) {
      sectionIndex++;
      section = sections.get(sectionIndex);
    }
    return section.way() == Section.Way.UP;
  }

  void runFor(Rule<?> next) {
    rule = next;
  }
}
