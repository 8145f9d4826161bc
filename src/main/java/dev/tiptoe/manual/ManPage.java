package dev.tiptoe.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, in roff with the macros that every {@code man} knows. */
public final class ManPage {

  private final CommandSpec tree;
  private final String version;
  private final StringBuilder page = new StringBuilder();

  public ManPage(CommandSpec tree, String version) {
    this.tree = tree;
    this.version = version;
  }

  public String text() {
    request(".TH TIPTOE 1 \"\" \"tiptoe " + version + "\" \"User Commands\"");
    request(".SH NAME");
    line("tiptoe - finds unsafe SQL migrations and rewrites them");
    request(".SH SYNOPSIS");
    verbatim(tree.usageMessage().customSynopsis());
    request(".SH DESCRIPTION");
    line(plain(tree.usageMessage().description()));
    tree.positionalParameters().forEach(this::operand);
    request(".SH OPTIONS");
    List<OptionSpec> grouped = new ArrayList<>();
    for (ArgGroupSpec group : tree.argGroups()) {
      request(".SS " + escaped(withoutColon(plain(group.heading()))));
      group.options().forEach(this::option);
      grouped.addAll(group.options());
    }
    request(".SS Others");
    tree.options().stream().filter(option -> !grouped.contains(option)).forEach(this::option);
    request(".SH COMMANDS");
    Subcommands.of(tree).forEach(this::command);
    footer();
    return page.toString();
  }

  private void command(String name, CommandSpec command) {
    request(".SS tiptoe " + name);
    line(plain(command.usageMessage().description()));
    String[] synopsis = command.usageMessage().customSynopsis();
    if (synopsis.length > 1) {
      request(".PP");
      verbatim(synopsis);
    }
    command.positionalParameters().stream()
        .filter(positional -> !positional.hidden())
        .forEach(this::operand);
    command.options().stream().filter(option -> !option.usageHelp()).forEach(this::option);
  }

  private void operand(PositionalParamSpec positional) {
    request(".TP");
    request("\\fI" + escaped(positional.paramLabel()) + "\\fR");
    line(plain(positional.description()));
  }

  private void option(OptionSpec option) {
    request(".TP");
    request(
        "\\fB"
            + escaped(String.join(", ", option.names()))
            + "\\fR"
            + (option.arity().max() > 0 ? "=\\fI" + escaped(option.paramLabel()) + "\\fR" : ""));
    line(plain(option.description()));
  }

  /** What follows the options in the help: paragraphs that begin with a title and a colon. */
  private void footer() {
    boolean starts = true;
    for (String line : tree.usageMessage().footer()) {
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        starts = true;
      } else if (starts && colon > 0) {
        request(".SH " + escaped(line.substring(0, colon).toUpperCase(Locale.ROOT)));
        request(".nf");
        starts = false;
        if (colon < line.length() - 1) {
          line(line.substring(colon + 1).strip());
        }
      } else {
        line(line.strip());
      }
    }
    request(".fi");
  }

  private void verbatim(String... lines) {
    request(".nf");
    for (String line : lines) {
      line(line.strip());
    }
    request(".fi");
  }

  private static String plain(String... text) {
    return String.join(" ", text).replace("%n", " ").strip();
  }

  private static String withoutColon(String heading) {
    return heading.endsWith(":") ? heading.substring(0, heading.length() - 1) : heading;
  }

  private void line(String text) {
    // A line that begins with one of these is an instruction to roff.
    page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "");
    request(escaped(text));
  }

  private void request(String roff) {
    page.append(roff).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
