package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher hands to spark-submit in cluster mode: a Spark that only says what it got. */
class ClusterModeIT {

  @TempDir private Path dir;

  private Path conf;
  private String printed;

  @BeforeEach
  void installASparkThatRepeats() throws IOException {
    Path submit = Files.createDirectories(dir.resolve("spark/bin")).resolve("spark-submit");
    Files.writeString(submit, "#!/bin/sh\nprintf '%s\\n' \"$SPARK_SUBMIT_OPTS\" \"$@\"\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    conf =
        Files.writeString(
            dir.resolve("mine.conf"),
            """
            data { path = "hdfs:///data/mine.csv", target = y }
            models.ridge.lambda = 1
            output.runs = "hdfs:///runs"
            """);
  }

  @Test
  void theConfigurationIsSentAlong() throws Exception {
    int code = submitted("--master", "yarn", "--files", "a.txt", "sweep", conf.toString());

    assertThat(code).as(printed).isZero();
    assertThat(printed.lines())
        .containsSequence("--files", "a.txt", "--files", "a.txt," + conf)
        .endsWith("sweep", "mine.conf");
  }

  @Test
  void whatItIncludesIsSentAlong() throws Exception {
    Path base = Files.writeString(dir.resolve("base.conf"), "split.folds = 3\n");
    Files.writeString(conf, "include \"base\"\n" + Files.readString(conf));

    int code = submitted("--master", "yarn", "sweep", conf.toString());

    assertThat(code).as(printed).isZero();
    assertThat(printed.lines()).containsSequence("--files", conf + "," + base);
  }

  @Test
  void anIncludeThatWouldNotLieBesideItIsRefused() throws Exception {
    Path base = Files.createDirectory(dir.resolve("all")).resolve("base.conf");
    Files.writeString(base, "split.folds = 3\n");
    Files.writeString(conf, "include \"all/base.conf\"\n" + Files.readString(conf));

    int code = submitted("--master", "yarn", "sweep", conf.toString());

    assertThat(code).isEqualTo(2);
    assertThat(printed)
        .isEqualTo(
            "tenfold: %s includes %s, but in cluster mode only files beside it are sent along; put it into %s\n"
                .formatted(conf, base, dir));
  }

  /** A second driver could not go on where the first was: its run would be another. */
  @ParameterizedTest
  @CsvSource({"--overwrite, true", "--run=hdfs:///runs/mine, false"})
  void aDriverIsStartedAgainOnlyIfItsRunIsNamed(String option, boolean once) throws Exception {
    int code = submitted("--master", "yarn", "sweep", conf.toString(), option);

    assertThat(code).as(printed).isZero();
    assertThat(printed.contains("-Dspark.yarn.maxAppAttempts=1")).as(printed).isEqualTo(once);
  }

  @Test
  void aStandaloneClusterIsToldWhereItIsAndOpensTheJdk() throws Exception {
    int code = submitted("--master", "spark://node:7077", "sweep", conf.toString());

    assertThat(code).as(printed).isZero();
    assertThat(printed.lines()).doesNotContain("--files").endsWith("sweep", conf.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "-Ddata.path=data/mine.csv, data.path, data/mine.csv",
    "-Dsplit.test=test.csv, split.test, test.csv",
    "--run=runs/mine, --run, runs/mine",
    "-Doutput.runs=runs, output.runs, runs"
  })
  void relativePathsAreRefusedBeforeAnythingIsSubmitted(String option, String key, String path)
      throws Exception {
    int code = submitted("--master", "yarn", "sweep", conf.toString(), option);

    assertThat(code).isEqualTo(2);
    assertThat(printed)
        .isEqualTo(
            "tenfold: %s is '%s', but in cluster mode the driver has another working directory; write a whole path that every machine sees, such as hdfs:///%s\n"
                .formatted(key, path, path));
  }

  private int submitted(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(Program.ROOT + "/submit-scripts/tenfold"));
    command.addAll(List.of("--deploy-mode", "cluster"));
    command.addAll(List.of(args));
    ProcessBuilder builder = Program.withoutSpark(new ProcessBuilder(command));
    builder.environment().put("SPARK_HOME", dir.resolve("spark").toString());
    Path log = dir.resolve("log.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    printed = Files.readString(log);
    return process.exitValue();
  }
}
