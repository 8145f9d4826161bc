package dev.tiptoe.manual;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The commands below the root that have options of their own. */
public final class Subcommands {

  private Subcommands() {}

  /** All but {@code lint}, whose options are those of the root; by name, in their order. */
  public static Map<String, CommandSpec> of(CommandSpec tree) {
    Map<String, CommandSpec> commands = new LinkedHashMap<>();
    tree.subcommands().forEach((name, command) -> commands.put(name, command.getCommandSpec()));
    commands.remove("lint");
    return commands;
  }
}
