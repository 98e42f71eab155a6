package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.spark.package$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.dataformat.yaml.YAMLMapper;
import tenfold.jobs.cli.Main;

/**
 * The examples in {@code submit-scripts/schedules}: their form, and the command that each gives.
 */
class SchedulesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SCHEDULES = ROOT.resolve("submit-scripts/schedules");
  private static final String FIELD = "(\\*|\\d+)([-/,]\\d+)*";

  /** Prints the arguments that the one operator of a DAG gives to the program. */
  private static final String ARGUMENTS =
      """
      import ast, json, sys
      tree = ast.parse(open(sys.argv[1]).read())
      found = [k.value for k in ast.walk(tree) if isinstance(k, ast.keyword) and k.arg == "application_args"]
      print(json.dumps(ast.literal_eval(*found)))
      """;

  @TempDir private Path dir;

  @Test
  void theCrontabHasSettingsAndOneLineOfSixFields() throws IOException {
    List<String> lines =
        read("crontab").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();

    assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.matches("[A-Z_]+=\\S+"));
    String command = lines.get(lines.size() - 1);
    assertThat(command)
        .matches("(%s ){5}\\S.*".formatted(FIELD))
        .as("cron takes a percent sign for the end of the line")
        .doesNotContain("%");
    understood(command.replaceFirst(".*submit-scripts/tenfold (.*?) >.*", "$1").split(" "));
  }

  @Test
  void theUnitsOfSystemdHaveSectionsAndTheirCommandIsUnderstood() throws IOException {
    for (String unit : List.of("tenfold-sweep.service", "tenfold-sweep.timer")) {
      assertThat(read(unit).lines())
          .allMatch(line -> line.matches("#.*||\\[(Unit|Service|Timer|Install)]|[A-Z]\\w+=.+"));
    }
    Matcher command =
        Pattern.compile("(?m)^ExecStart=\\S+/submit-scripts/tenfold (.*)$")
            .matcher(read("tenfold-sweep.service"));
    assertThat(command.find()).isTrue();
    understood(command.group(1).split(" "));
  }

  @Test
  void systemdItselfFindsNothingToSayOfItsUnits() throws Exception {
    assumeThat(ended("systemd-analyze", "--version")).as("systemd is here").isZero();
    for (String unit : List.of("tenfold-sweep.service", "tenfold-sweep.timer")) {
      Files.writeString(dir.resolve(unit), read(unit).replace("/opt/tenfold", ROOT.toString()));
    }

    assertThat(ended("systemd-analyze", "verify", dir + "/tenfold-sweep.timer")).isZero();
    assertThat(printed()).isEmpty();
  }

  @Test
  void theDagIsPythonAndItsCommandIsUnderstood() throws Exception {
    assumeThat(ended("python3", "--version")).as("Python is here").isZero();

    assertThat(ended("python3", "-c", ARGUMENTS, SCHEDULES + "/airflow_dag.py"))
        .as(printed())
        .isZero();
    understood(new ObjectMapper().readValue(printed(), String[].class));
  }

  @Test
  void theApplicationOfKubernetesHasWhatTheOperatorAsksFor() throws Exception {
    JsonNode root = new YAMLMapper().readTree(read("kubernetes.yaml"));

    assertThat(root.at("/kind").asText()).isEqualTo("ScheduledSparkApplication");
    assertThat(root.at("/spec/schedule").asText()).matches("%1$s( %1$s){4}".formatted(FIELD));
    JsonNode application = root.at("/spec/template");
    assertThat(application.fieldNames())
        .toIterable()
        .contains("type", "mode", "image", "mainApplicationFile", "driver", "executor");
    assertThat(application.at("/mainClass").asText()).isEqualTo(Tenfold.class.getName());
    assertThat(application.at("/sparkVersion").asText())
        .isEqualTo(package$.MODULE$.SPARK_VERSION());
    assertThat(application.at("/sparkConf")).allMatch(JsonNode::isTextual, "settings are texts");
    understood(
        StreamSupport.stream(application.at("/arguments").spliterator(), false)
            .map(JsonNode::asText)
            .toArray(String[]::new));
  }

  /** Runs the command with a configuration that is not there: a wrong option is refused before. */
  private static void understood(String... command) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command));
    assertThat(arguments).startsWith("sweep").contains("--if-data-changed");
    String name = Path.of(arguments.set(1, "no-such.conf")).getFileName().toString();
    assertThat(name).endsWith(".conf");
    PrintStream real = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run(arguments.toArray(String[]::new))).isEqualTo(2);
    } finally {
      System.setErr(real);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .endsWith(
            "tenfold: no-such.conf: there is no such file; give the path of a configuration\n");
  }

  private static String read(String name) throws IOException {
    return Files.readString(SCHEDULES.resolve(name));
  }

  /** Returns the exit code of a command; 127, as shells do, where there is no such command. */
  private int ended(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(dir.resolve("printed").toFile())
              .start();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } catch (IOException e) {
      return 127;
    }
  }

  private String printed() throws IOException {
    return Files.readString(dir.resolve("printed"));
  }
}
