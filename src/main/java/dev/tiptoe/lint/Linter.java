package dev.tiptoe.lint;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.sql.Script;
import dev.tiptoe.sql.Statement;
import dev.tiptoe.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
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

  public LintResult lint(Script script) {
    return new Run(script).lint();
  }

  private final class Run {
    private final Script script;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> crashes = new ArrayList<>();
    private final Set<Rule<?>> crashed = new HashSet<>();
    private final Context ctx;

    Run(Script script) {
      this.script = script;
      this.ctx = new Context(script, options, ruleBook, findings::add);
    }

    LintResult lint() {
      DownSections down = new DownSections(script);
      for (Statement statement : script.statements()) {
        if (!down.cover(statement.span())) {
          ctx.lookAt(statement);
          for (Change change : statement.changes()) {
            check(change);
            ctx.catalog().apply(change, script.file());
          }
        }
      }
      // Last, when it is known which suppressions were of use.
      for (Rule<?> rule : ruleBook.rules()) {
        ctx.directives().forEach(directive -> check(rule, directive));
      }
      findings.sort(
          Comparator.<Finding>comparingInt(f -> f.span().start()).thenComparing(Finding::rule));
      return new LintResult(script, List.copyOf(findings), List.copyOf(crashes));
    }

    private void check(Located element) {
      ruleBook.rules().forEach(rule -> check(rule, element));
    }

    private void check(Rule<?> rule, Located element) {
      if (rule.isFor(element, ctx) && !crashed.contains(rule)) {
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
