package tenfold.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tenfold.core.report.PastRun.Status;

class RunsTextTest {

  private static final Summary FOUND =
      Summary.of(ReportJson.of(ReportTest.report(2, Optional.empty(), List.of())));

  @Test
  void aSummaryHasTheWinnerWithItsSweptSettingsScoresAndCost() {
    assertThat(FOUND.winner()).as("lambda was not swept").isEqualTo("ridge: degree = 1");
    assertThat(FOUND.jCv()).isEqualTo(2);
    assertThat(FOUND.jCvSe()).hasValue(0.25);
    assertThat(FOUND.jTest()).hasValue(2.5);
    assertThat(FOUND.folds()).isEqualTo(2);
    assertThat(FOUND.foldScores()).containsExactly(1.5, 2.5);
    assertThat(FOUND.foldRows()).containsExactly(4L, 4L);
    assertThat(FOUND.models()).isEqualTo(4);
    assertThat(FOUND.seconds()).isEqualTo(1.5);
  }

  @Test
  void aReportThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Summary.of("{\"best\": "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("report.json is not JSON: ");
    assertThatThrownBy(() -> Summary.of("{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "report.json has no best.model with a best.j_cv; it is of no sweep or training");
  }

  @Test
  void theNewestRunIsFirstAndWhatWentWrongIsSaidBelow() {
    PastRun old = run("old", 0, Status.FINISHED, "", Map.of(), Optional.of(FOUND));
    PastRun failed =
        run("new", 60, Status.FAILED, "there is no column 'y'", Map.of(), Optional.empty());

    assertThat(RunsText.of(List.of(old, failed), Map.of("torn", "report.json is not JSON")))
        .isEqualTo(
            """
              run        created (UTC)  status    winner             J_cv  ± SE  J_test   time
              new  1970-01-01 00:01:00  failed                                           1.5 s
              old  1970-01-01 00:00:00  finished  ridge: degree = 1     2  0.25     2.5  1.5 s

            new failed: there is no column 'y'

            torn cannot be read: report.json is not JSON
            """
                .indent(0));
  }

  @Test
  void comparedRunsOfTheSameFoldsArePaired() {
    PastRun a = run("a", 0, Status.FINISHED, "", Map.of("k", "1"), Optional.of(FOUND));
    PastRun b =
        run("b", 60, Status.FINISHED, "", Map.of("k", "2"), Optional.of(scored(1.25, 2.25)));

    assertThat(ComparisonText.of(a, b))
        .isEqualTo(
            """
            A  a  finished, created 1970-01-01 00:00:00 UTC; ridge: degree = 1
            B  b  finished, created 1970-01-01 00:01:00 UTC; ridge: degree = 1

              setting  A  B
              k        1  2

                          A      B  B - A
              J_cv        2   1.75  -0.25
              ± SE     0.25   0.25
              J_test    2.5    2.5      0
              models      4      4     +0
              fits        1      1     +0
              passes      2      2     +0
              time    1.5 s  1.5 s
            J_cv of B is lower by 0.25, more than one standard error of the difference (0, paired over 2 folds)
            """);
  }

  /** √(0.25² + 0.25²) = 0.3536; paired, the differences -0.5 and 0 have the error 0.25. */
  @Test
  void aDifferenceIsHeldAgainstItsStandardError() {
    PastRun a = run("a", 0, Status.FINISHED, "", Map.of("split.seed", "1"), Optional.of(FOUND));
    Summary better = scored(1, 2.5);
    PastRun same =
        run("b", 60, Status.FINISHED, "", Map.of("split.seed", "1"), Optional.of(better));
    PastRun other =
        run("b", 60, Status.FINISHED, "", Map.of("split.seed", "2"), Optional.of(better));

    assertThat(ComparisonText.of(a, same))
        .contains("all settings are the same, and the data are\n")
        .endsWith(
            "J_cv of B is lower by 0.25, within one standard error of the difference (0.25, paired over 2 folds)\n");
    assertThat(ComparisonText.of(a, other))
        .endsWith(
            "J_cv of B is lower by 0.25, within one standard error of the difference (0.3536, of other rows or folds, so not paired)\n");
  }

  @Test
  void otherDataAreSaidAndARunWithoutScoresIsComparedByItsSettings() {
    PastRun a = run("a", 0, Status.FINISHED, "", Map.of("k", "1"), Optional.of(FOUND));
    PastRun b =
        new PastRun(
            "b", Instant.EPOCH, Status.INTERRUPTED, 1, "", "", new TreeMap<>(), Optional.empty());

    assertThat(ComparisonText.of(a, b))
        .contains("the data differ (fingerprints 00ff and unknown)\n")
        .endsWith("scores can be compared when both runs are finished\n");
  }

  private static Summary scored(double first, double second) {
    return new Summary(
        "regression",
        0,
        FOUND.winner(),
        (first + second) / 2,
        FOUND.jCvSe(),
        FOUND.jTest(),
        2,
        List.of(first, second),
        FOUND.foldRows(),
        4,
        1,
        2,
        1.5);
  }

  private static PastRun run(
      String name,
      long second,
      Status status,
      String message,
      Map<String, String> settings,
      Optional<Summary> found) {
    return new PastRun(
        name,
        Instant.ofEpochSecond(second),
        status,
        1.5,
        message,
        "00ff",
        new TreeMap<>(settings),
        found);
  }
}
