package tenfold.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.jobs.Local;
import tenfold.jobs.Reports;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.UsageException;

/** Runs whose files cannot be written, or are not what they were. */
class FaultTest {

  private static final SparkSession SPARK = Local.spark();

  @TempDir private Path dir;

  private final List<String> told = new ArrayList<>();

  @BeforeAll
  static void disk() {
    FullDisk.in(SPARK.sparkContext().hadoopConfiguration());
    FullDisk.room(Long.MAX_VALUE);
  }

  private void sweep(String path) {
    Sweep.of(experiment("")).into(path).telling(told::add).run(SPARK);
  }

  private static Experiment experiment(String more) {
    return Experiment.parse(
        """
        name = fault, data { path = "../data/wine.csv", target = cultivar }
        split { test = 0.2, folds = 5, seed = 1 }
        models { forest { trees = [4, 8] }, tree { max-depth = [2, 4] } }
        """
            + more,
        "fault.conf",
        List.of());
  }

  /** The disk is full at one moment after another: there is a report, or there is the reason. */
  @Test
  void aDiskThatIsFullEndsARunThatCanBeTakenUp() throws IOException {
    sweep(dir + "/whole/run");
    String run = FullDisk.SCHEME + ":" + dir + "/full/run";
    Map<String, byte[]> finished = new TreeMap<>();
    int failed = 0;
    for (long room = 2_000; !Files.exists(dir.resolve("full/run/_SUCCESS")); room *= 2) {
      FullDisk.room(room);
      Throwable thrown = catchThrowable(() -> sweep(run));
      FullDisk.room(Long.MAX_VALUE);
      if (thrown != null) {
        failed++;
        assertThat(ExitCode.sentence(thrown)).contains("No space left on device");
      }
      for (Map.Entry<String, byte[]> unit : units("full/run").entrySet()) {
        assertThat(finished.getOrDefault(unit.getKey(), unit.getValue()))
            .as("%s is finished once", unit.getKey())
            .isEqualTo(unit.getValue());
      }
      finished.putAll(units("full/run"));
    }

    assertThat(failed).isGreaterThan(3);
    assertThat(Reports.timeless(dir.resolve("full/run")))
        .isEqualTo(Reports.timeless(dir.resolve("whole/run")));
    assertThat(told).noneMatch(note -> note.contains("set aside"));
  }

  /** Steps of such a rate leave all numbers. */
  @Test
  void aCandidateWithoutANumberIsListedWithItsReasonAndNeverWins() throws IOException {
    String network =
        "models.network { layers = [[4]], epochs = 5, optimizer = sgd, learning-rate = 1e30 }";
    Sweep.of(experiment(network)).into(dir + "/nan/run").telling(told::add).run(SPARK);

    assertFails(
        "nan/run",
        one -> one.at("/model").asText().equals("network"),
        "use a smaller learning-rate than");
  }

  /** A value that is far from all others has no 100th power: its fit throws. */
  @Test
  void aCandidateThatThrowsIsListedWithItsReasonAndNeverWins() throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 2_000; i++) {
      rows.append(i == 77 ? 1e9 : i).append(i % 3 == 0 ? ",yes\n" : ",no\n");
    }
    Files.writeString(dir.resolve("far.csv"), rows);
    String far =
        """
        data { path = "%s/far.csv", target = y }
        models.logistic { degree = [1, 100], lambda = 1 }
        """
            .formatted(dir);
    Sweep.of(experiment(far)).into(dir + "/thrown/run").telling(told::add).run(SPARK);

    assertFails(
        "thrown/run",
        one -> one.at("/params/degree").asInt() == 100,
        "of the polynomial is too large for its square to be held");
  }

  private void assertFails(String run, Predicate<JsonNode> that, String reason) throws IOException {
    JsonNode report = new ObjectMapper().readTree(dir.resolve(run).resolve("report.json").toFile());
    assertThat(report.at("/candidates")).anyMatch(that);
    assertThat(that).rejects(report.at("/best"));
    for (JsonNode candidate : report.at("/candidates")) {
      boolean fails = that.test(candidate);
      assertThat(candidate.at("/status").asText().equals("failed")).isEqualTo(fails);
      if (fails) {
        assertThat(candidate.at("/reason").asText()).contains(reason);
      }
    }
  }

  @Test
  void onlyARunOfTheSameDataIsReused() {
    sweep(dir + "/whole/run");
    Sweep none = Sweep.of(experiment("")).into(dir + "/a/run").reusing(dir + "/nowhere");
    assertThatThrownBy(() -> none.run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--reuse %s/nowhere: there is no run of Tenfold; name the directory of one"
                .formatted(dir));
    Sweep other =
        Sweep.of(experiment("data.ignore = [hue]"))
            .into(dir + "/b/run")
            .reusing(dir + "/whole/run");
    assertThatThrownBy(() -> other.run(SPARK))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "--reuse .*/whole/run: that run is of other data \\(fingerprint \\w{16}, these have"
                + " \\w{16}\\); name a run of the same data");
    assertThat(dir.resolve("a/run")).doesNotExist();
    assertThat(dir.resolve("b/run")).doesNotExist();
  }

  @Test
  void aTornUnitIsNamedSetAsideAndWorkedAgain() throws IOException {
    sweep(dir + "/whole/run");
    sweep(dir + "/torn/run");
    Files.delete(dir.resolve("torn/run/_SUCCESS"));
    String name = new TreeMap<>(units("torn/run")).firstKey();
    Path unit = dir.resolve("torn/run/journal/" + name);
    byte[] bytes = Files.readAllBytes(unit);
    Files.write(unit, Arrays.copyOf(bytes, bytes.length / 2));
    told.clear();
    sweep(dir + "/torn/run");

    String aside = name.replace(".unit", ".corrupt");
    assertThat(told)
        .anyMatch(
            note -> note.contains("it is set aside as") && note.contains("/journal/" + aside));
    assertThat(dir.resolve("torn/run/journal/" + aside)).exists();
    assertThat(unit).hasBinaryContent(bytes);
    assertThat(Reports.timeless(dir.resolve("torn/run")))
        .isEqualTo(Reports.timeless(dir.resolve("whole/run")));
  }

  private Map<String, byte[]> units(String run) throws IOException {
    Map<String, byte[]> units = new TreeMap<>();
    Path journal = dir.resolve(run + "/journal");
    if (Files.isDirectory(journal)) {
      try (var files = Files.list(journal)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".unit")).toList()) {
          units.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
    }
    return units;
  }
}
