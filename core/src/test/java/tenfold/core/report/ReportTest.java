package tenfold.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tenfold.core.report.Report.TestScore;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

class ReportTest {

  @Test
  void jsonHasTheFormOfTheContract() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ReportJson.of(report(2)));

    assertThat(json.at("/name").asText()).isEqualTo("a <test>");
    assertThat(json.at("/rows").toString()).isEqualTo("{\"train\":8,\"test\":2}");
    assertThat(json.at("/candidates/0").toString())
        .isEqualTo(
            "{\"model\":\"ridge\",\"params\":{\"degree\":1,\"lambda\":0.5},\"status\":\"ok\","
                + "\"j_train\":1.0,\"j_cv\":2.0,\"j_cv_se\":0.25,\"notes\":[\"fitted directly\"],"
                + "\"folds\":[{\"fold\":0,\"rows\":4,\"j_train\":1.0,\"j_cv\":1.5,\"metrics\":{\"rmse\":3.0}},"
                + "{\"fold\":1,\"rows\":4,\"j_train\":1.0,\"j_cv\":2.5,\"metrics\":{\"rmse\":3.0}}]}");
    assertThat(json.at("/candidates/1").toString())
        .isEqualTo(
            "{\"model\":\"ridge\",\"params\":{\"degree\":2,\"lambda\":0.5},\"status\":\"failed\","
                + "\"reason\":\"it, well, broke\"}");
    assertThat(json.at("/best").toString())
        .isEqualTo(
            "{\"model\":\"ridge\",\"params\":{\"degree\":1,\"lambda\":0.5},\"rule\":\"best\","
                + "\"j_train\":1.0,\"j_cv\":2.0,\"j_cv_se\":0.25,\"j_test\":2.5,"
                + "\"test_openings\":3,\"metrics\":{\"r2\":0.5}}");
    assertThat(json.at("/baseline").toString()).isEqualTo("{\"j\":9.0,\"source\":\"mean\"}");
    assertThat(json.at("/cost").toString())
        .isEqualTo(
            "{\"models\":4,\"fits\":1,\"passes\":2,\"seconds\":{\"total\":1.5},"
                + "\"tasks\":[{\"work\":\"moments\",\"count\":8,\"seconds\":1.25,"
                + "\"processor\":1.125,\"bytes\":4096}]}");
  }

  @Test
  void aboveAHundredFoldsTheyAreNotListed() throws IOException {
    assertThat(new ObjectMapper().readTree(ReportJson.of(report(100))).at("/candidates/0/folds"))
        .hasSize(100);
    assertThat(
            new ObjectMapper()
                .readTree(ReportJson.of(report(101)))
                .at("/candidates/0/folds")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void csvHasALineForEachCandidateAndQuotesReasons() {
    assertThat(ReportCsv.of(report(2).results()))
        .isEqualTo(
            """
            model,degree,lambda,status,j_train,j_cv,j_cv_se,rmse,reason
            ridge,1,0.5,ok,1.0,2.0,0.25,3.0,fitted directly
            ridge,2,0.5,failed,,,,,"it, well, broke"
            """);
  }

  @Test
  void textNamesTheWinnerTheTestAndTheFailures() {
    assertThat(ReportText.of(report(2), "runs/x"))
        .contains("best     ridge: degree = 1, lambda = 0.5")
        .contains("J_cv     2 ± 0.25")
        .contains("note     fitted directly\n")
        .contains("opened 3 times")
        .contains("1 candidate; the first, ridge: degree = 2, lambda = 0.5: it, well, broke")
        .contains("4 models from 1 fit in 2 passes");
  }

  @Test
  void htmlEscapesWhatUsersWrote() {
    assertThat(ReportHtml.of(report(2))).contains("a &lt;test&gt;").doesNotContain("a <test>");
  }

  @Test
  void digitsAreSensible() {
    assertThat(Digits.of(0)).isEqualTo("0");
    assertThat(Digits.of(19.70912)).isEqualTo("19.71");
    assertThat(Digits.of(-0.00123456)).isEqualTo("-0.001235");
    assertThat(Digits.of(82567.4)).isEqualTo("82567");
    assertThat(Digits.of(3.5330e9)).isEqualTo("3.533e9");
    assertThat(Digits.of(1.5e-7)).isEqualTo("1.500e-7");
    assertThat(Digits.setting(10.0)).isEqualTo("10");
    assertThat(Digits.setting(0.16)).isEqualTo("0.16");
    assertThat(Digits.bytes(2_424_928)).isEqualTo("2.4 MB");
    assertThat(Digits.count(1, "pass")).isEqualTo("1 pass");
    assertThat(Digits.count(2344, "pass")).isEqualTo("2,344 passes");
  }

  private static Report report(int folds) {
    return report(folds, Optional.empty(), List.of());
  }

  /** A report whose winner is told to be this tree. */
  static Report report(int folds, Optional<TreeNode> tree, List<Importance> importance) {
    List<FoldScore> scores = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      scores.add(new FoldScore(0, f, 4, 1, 1.5 + f, Map.of("rmse", 3.0)));
    }
    Result ok =
        new Result(
            candidate(1),
            new Scored(
                1,
                2,
                OptionalDouble.of(0.25),
                Map.of("rmse", 3.0),
                scores,
                List.of("fitted directly")));
    Result failed = new Result(candidate(2), new Failed("it, well, broke"));
    return new Report(
        "a <test>",
        "regression",
        new Report.Rows(8, 2),
        folds,
        3,
        List.of(ok, failed),
        List.of(ok),
        ok,
        new Choice("j", Choice.Rule.BEST),
        Optional.of(new TestScore(2.5, Map.of("r2", 0.5), List.of(), 3)),
        tree,
        importance,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Report.Baseline(9, "mean"),
        new Report.Spent(
            4,
            1,
            2,
            Map.of("total", 1.5),
            List.of(new Report.Tasks("moments", 8, 1.25, 1.125, 4096))));
  }

  private static Candidate candidate(int degree) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("degree", degree);
    params.put("lambda", 0.5);
    return new Candidate("ridge", params);
  }
}
