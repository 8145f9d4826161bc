package dev.tiptoe.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a composite action as a runner does.
 *
 * @param folder for what a runner has besides the workspace
 * @param machine variables of the machine
 */
record GithubRunner(Path folder, Path workspace, GithubEvent event, Map<String, String> machine) {

  /** What {@code shell: bash} stands for. */
  static final List<String> BASH = List.of("bash", "--noprofile", "--norc", "-eo", "pipefail");

  /**
   * What came of an action.
   *
   * @param used the actions that it used in its turn, without their versions; what they would do is
   *     left out
   */
  record Result(int exit, String log, Map<String, String> outputs, List<String> used) {}

  Result use(Path action, Map<String, String> with) throws IOException, InterruptedException {
    JsonNode manifest = Yaml.file(action.resolve("action.yml"));
    ObjectNode context = context(manifest, with);
    Expressions expressions = new Expressions(context);
    StringBuilder log = new StringBuilder();
    List<String> used = new ArrayList<>();
    int exit = 0;
    for (JsonNode step : manifest.at("/runs/steps")) {
      if (exit != 0 || (step.has("if") && !expressions.holds(step.get("if").textValue()))) {
        continue;
      }
      ObjectNode outputs =
          context.withObject("/steps/" + step.path("id").asText("nameless") + "/outputs");
      if (step.has("uses")) {
        String name = step.get("uses").textValue().split("@", 2)[0];
        used.add(name);
        if (name.equals("actions/setup-java")) {
          outputs.put("path", Launcher.JAVA_HOME);
        }
      } else {
        Path file = Files.createTempFile(folder, "output", "");
        Map<String, String> variables = variables(action, file);
        step.path("env")
            .properties()
            .forEach(e -> variables.put(e.getKey(), expressions.fill(e.getValue().textValue())));
        Shell.Result result =
            new Shell(BASH, workspace, variables).run(step.get("run").textValue());
        log.append(result.log());
        exit = result.exit();
        for (String line : Files.readAllLines(file)) {
          String[] output = line.split("=", 2);
          outputs.put(output[0], output[1]);
        }
      }
    }
    Map<String, String> outputs = new HashMap<>();
    manifest
        .get("outputs")
        .properties()
        .forEach(
            o -> outputs.put(o.getKey(), expressions.fill(o.getValue().get("value").textValue())));
    return new Result(exit, log.toString(), outputs, used);
  }

  private ObjectNode context(JsonNode manifest, Map<String, String> with) {
    ObjectNode context = new ObjectMapper().createObjectNode();
    ObjectNode inputs = context.putObject("inputs");
    manifest
        .get("inputs")
        .properties()
        .forEach(input -> inputs.put(input.getKey(), input.getValue().path("default").textValue()));
    with.forEach(
        (name, value) -> {
          if (!inputs.has(name)) {
            throw new IllegalArgumentException("the action has no input " + name);
          }
          inputs.put(name, value);
        });
    context.putObject("github").set("event", event.payload());
    return context;
  }

  private Map<String, String> variables(Path action, Path output) throws IOException {
    Map<String, String> variables = new HashMap<>(machine);
    variables.putAll(
        Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_ACTION_PATH", action.toString(),
            "GITHUB_BASE_REF", event.base(),
            "GITHUB_EVENT_NAME", event.name(),
            "GITHUB_OUTPUT", output.toString(),
            "GITHUB_REF", event.ref(),
            "GITHUB_REPOSITORY", "acme/shop",
            "GITHUB_SHA", event.commit(),
            "GITHUB_WORKSPACE", workspace.toString(),
            "HOME", Files.createDirectories(folder.resolve("home")).toString()));
    variables.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    variables.put("RUNNER_TEMP", Files.createDirectories(folder.resolve("temp")).toString());
    return variables;
  }
}
