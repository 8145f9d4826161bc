package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.sql.Placeholders;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs rules over scripts; a rule that crashes is left out for the rest of the file, and the others
 * go on.
 */
public final class Linter {

  private final RuleBook ruleBook;
  private final Options options;

  public Linter(RuleBook ruleBook, Options options) {
    this.ruleBook = ruleBook;
    this.options = options;
  }

  /** Looks at a script of which nothing else is known. */
  public LintResult lint(Script script) {
    return lint(script, Circumstances.unknown(script.target()));
  }

  /** Looks at a script as it runs in its circumstances. */
  public LintResult lint(Script script, Circumstances circumstances) {
    return new Run(script, circumstances).lint();
  }

  private final class Run {
    private final Script script;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> crashes = new ArrayList<>();
    private final Set<Rule<?>> crashed = new HashSet<>();
    private final Context ctx;

    private final Circumstances circumstances;

    Run(Script script, Circumstances circumstances) {
      this.script = script;
      this.circumstances = circumstances;
      this.ctx = new Context(script, circumstances, options, ruleBook, findings::add);
    }

    LintResult lint() {
      circumstances.misfits().forEach(this::check);
      for (Statement statement : script.executed()) {
        if (ctx.lookAt(statement)) {
          placeholders(statement).forEach(this::check);
          for (Change change : statement.changes()) {
            if (!ctx.catalog().isDone(change, statement.course())) {
              check(change);
            }
            ctx.catalog().apply(change, statement.course(), script.file());
          }
        }
      }
      // Last, when it is known which suppressions were of use.
      for (Rule<?> rule : ruleBook.rules()) {
        ctx.directives().stream()
            .filter(rule.subject()::isInstance)
            .forEach(directive -> check(rule, directive));
      }
      findings.sort(Finding::inOrder);
      return new LintResult(script, List.copyOf(findings), List.copyOf(crashes), ctx.catalog());
    }

    private List<Placeholder> placeholders(Statement statement) {
      return Placeholders.in(script.file().text(), statement.span(), script.target()).stream()
          .map(span -> new Placeholder(script.file().text(span), span))
          .toList();
    }

    private void check(Located element) {
      for (Rule<?> rule : ruleBook.rulesFor(element.getClass())) {
        check(rule, element);
      }
    }

    private boolean isAsked(Rule<?> rule) {
      return rule.isFor(script.target().dialect())
          && (rule.isOnByDefault() || options.levels().containsKey(rule.id()));
    }

    private void check(Rule<?> rule, Located element) {
      if (isAsked(rule) && !crashed.contains(rule)) {
        ctx.runFor(rule);
        try {
          rule.run(element, ctx);
        } catch (RuntimeException | StackOverflowError e) {
          crashed.add(rule);
          crashes.add(
              "rule "
                  + rule.id()
                  + " crashed at "
                  + script.file().path()
                  + ":"
                  + script.file().line(element.span().start())
                  + ": "
                  + e);
        }
      }
    }
  }
}
