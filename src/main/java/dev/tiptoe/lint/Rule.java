package dev.tiptoe.lint;

import dev.tiptoe.sql.Dialect;
import dev.tiptoe.text.Located;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * One danger, looked for in one kind of thing: a {@link dev.tiptoe.ddl.Change} or a {@link
 * Directive}. Rules hold no state.
 */
public abstract class Rule<T extends Located> {

  private final Class<T> subject;
  private final Severity severity;
  private final Set<Dialect> dialects;
  private final String id = id(getClass().getSimpleName());

  /** A rule for all dialects, unless some are named; {@code severity} is its worst. */
  protected Rule(Class<T> subject, Severity severity, Dialect... dialects) {
    this.subject = subject;
    this.severity = severity;
    this.dialects = EnumSet.allOf(Dialect.class);
    if (dialects.length > 0) {
      this.dialects.retainAll(Set.of(dialects));
    }
  }

  /** Looks at one subject and reports what is wrong with it. */
  protected abstract void check(T subject, Context ctx);

  /** The rule's name: its class's name in lower case with hyphens. */
  public final String id() {
    return id;
  }

  public final Severity severity() {
    return severity;
  }

  /** Whether it speaks without being asked to. */
  public boolean isOnByDefault() {
    return true;
  }

  public final Set<Dialect> dialects() {
    return Set.copyOf(dialects);
  }

  final Class<T> subject() {
    return subject;
  }

  final boolean isFor(Dialect dialect) {
    return dialects.contains(dialect);
  }

  final void run(Located element, Context ctx) {
    check(subject.cast(element), ctx);
  }

  private static String id(String className) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < className.length(); i++) {
      char c = className.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        id.append('-');
      }
      id.append(c);
    }
    return id.toString().toLowerCase(Locale.ROOT);
  }
}
