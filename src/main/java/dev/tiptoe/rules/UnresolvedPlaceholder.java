package dev.tiptoe.rules;

import dev.tiptoe.lint.Context;
import dev.tiptoe.lint.Hazard;
import dev.tiptoe.lint.Placeholder;
import dev.tiptoe.lint.Rule;
import dev.tiptoe.lint.Severity;

/** The server gets a placeholder as it stands where the tool that runs the file replaces none. */
public final class UnresolvedPlaceholder extends Rule<Placeholder> {

  public UnresolvedPlaceholder() {
    super(Placeholder.class, Severity.WARNING);
  }

  @Override
  protected void check(Placeholder placeholder, Context ctx) {
    if (ctx.runner().replaces(placeholder.text())) {
      return;
    }
    String tool = ctx.runner().layout().title();
    String syntaxError = ctx.target().dialect().isMySqlLike() ? "1064" : "42601";
    boolean name = placeholder.text().startsWith("__");
    ctx.report(
        Severity.WARNING,
        name ? Hazard.UNCHECKED : Hazard.FAILS,
        placeholder.span(),
        "This looks like a placeholder, but "
            + tool
            + " does not replace it: "
            + ctx.target()
            + (name ? " takes " : " gets ")
            + placeholder.text()
            + (name
                ? " for a name."
                : " as it stands and refuses it with error " + syntaxError + " (syntax error)."),
        "Write what is meant. If something else fills it in before "
            + tool
            + " reads the file, say so: `-- tiptoe:ignore unresolved-placeholder: <what>`.");
  }
}
