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
import tenfold.core.sweep.ByClass;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Choice;
import tenfold.core.sweep.Contender;
import tenfold.core.sweep.Contender.Standing;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/** Reports of classifications: J is a share of the rows. */
class ClassReportTest {

  @Test
  void textSaysJInPercent() {
    assertThat(ReportText.of(report(10), "runs/x"))
        .contains("J_train  0%\n")
        .contains("J_cv     2.13% ± 0.412%\n")
        .contains(
            "J_test   3.33%   (accuracy 0.9667, f1 0.7000, log_loss NaN, recall 0.6000; opened once)\n")
        .contains("baseline 8.5% (majority class); J is the fraction misclassified\n")
        .contains("10 folds")
        .containsPattern("model +max-depth +features +J_train +J_cv +± SE +f1\n")
        .containsPattern("1\\. +tree +2 +sqrt +0% +2.13% +0.412% +0.7100\n");
  }

  /** The forest's features are one for all forests, and trees have none. */
  @Test
  void textShowsSettingsThatVaryWithinAFamily() {
    Result forest =
        new Result(
            new Candidate("forest", Map.of("max-depth", 16, "features", "auto")),
            result(1, 0.2, "", Map.of("f1", 0.8)).outcome());
    List<Result> results = new ArrayList<>(List.of(forest));
    for (int depth = 1; depth <= 2; depth++) {
      results.add(
          new Result(
              new Candidate("tree", Map.of("max-depth", depth)),
              result(1, 0.3, "", Map.of("f1", 0.7)).outcome()));
    }

    assertThat(ReportText.of(report(10, results), "runs/x"))
        .containsPattern("\\n +model +max-depth +J_train +J_cv +± SE +f1\\n")
        .containsPattern("1\\. +forest +16 +0% +20%");
  }

  @Test
  void htmlSaysJInPercentInTheFactsTheTableAndThePicture() {
    String page = ReportHtml.of(report(10));

    assertThat(page)
        .contains("J is the fraction misclassified")
        .doesNotContain("squared")
        .contains("<dt>J_cv</dt><dd>2.13% ± 0.412%</dd>")
        .contains("<th>± SE</th><th>f1</th></tr>")
        .contains("<td>0%</td><td>2.13%</td><td>0.412%</td><td>0.7100</td>")
        .containsPattern("<text x=\"4\" y=\"[\\d.]+\">10.7%</text>");
  }

  @Test
  void jsonAndCsvKeepFractionsAndOmitWhatIsNotDefined() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ReportJson.of(report(10)));

    assertThat(json.at("/task").asText()).isEqualTo("classification");
    assertThat(json.at("/best/j_cv").asDouble()).isEqualTo(0.0213);
    assertThat(json.at("/best/by").asText()).isEqualTo("f1");
    assertThat(json.at("/best/metrics").toString())
        .isEqualTo("{\"accuracy\":0.9667,\"f1\":0.7,\"recall\":0.6}");
    assertThat(json.at("/baseline").toString())
        .isEqualTo("{\"j\":0.085,\"source\":\"majority class\"}");
    assertThat(ReportCsv.of(report(10).results()).lines().toList().subList(0, 2))
        .containsExactly(
            "model,max-depth,features,status,j_train,j_cv,j_cv_se,accuracy,f1,precision,reason",
            "tree,1,sqrt,ok,0.0,0.3,0.00412,0.7,0.6,,");
  }

  @Test
  void outOfBagIsOneModelInJsonAndNoFoldForPeople() throws IOException {
    assertThat(new ObjectMapper().readTree(ReportJson.of(report(0))).at("/folds").asInt())
        .isEqualTo(1);
    assertThat(ReportText.of(report(0), "runs/x"))
        .contains("; out-of-bag\n")
        .doesNotContain("fold");
    assertThat(ReportHtml.of(report(0))).contains("trees that did not draw it");
  }

  @Test
  void everyClassOfSeveralIsShown() throws IOException {
    assertThat(ReportText.of(report(10), "runs/x"))
        .containsPattern("class +precision +recall +f1 +test precision +test recall +test f1\n")
        .containsPattern("a +0.8000 +0.9000\n")
        .containsPattern("b +0.25 +0.7000\n");
    assertThat(ReportHtml.of(report(10)))
        .contains("<h2>The winner, class by class</h2>")
        .contains("<td>&lt;c&gt;</td>");
    JsonNode classes = new ObjectMapper().readTree(ReportJson.of(report(10))).at("/best/classes");
    assertThat(classes.get(0).toString())
        .isEqualTo(
            "{\"class\":\"a\",\"cv\":{\"precision\":0.8},\"folds\":"
                + "[{\"fold\":0,\"precision\":0.8},{\"fold\":1}],\"test\":{\"recall\":0.9}}");
    assertThat(classes.get(1).toString())
        .isEqualTo("{\"class\":\"b\",\"cv\":{\"f1\":0.25},\"test\":{\"f1\":0.7}}");
  }

  @Test
  void theBestOfEachFamilyIsShownBesideTheBest() throws IOException {
    Result tree = result(1, 0.02, "", Map.of("f1", 0.8));
    List<Contender> contest =
        List.of(
            contender("tree", 0.8, 0, Standing.WINNER),
            contender("forest", 0.77, -0.03, Standing.UNDECIDED),
            contender("ridge", 0.7, -0.1, Standing.WORSE),
            contender("boost", 0.9, 0.1, Standing.BETTER),
            contender("logistic", 0.6, -0.2, Standing.UNKNOWN));
    Report report = report(10, List.of(tree), List.of(tree), contest);

    assertThat(ReportText.of(report, "runs/x"))
        .contains("which algorithm?\n")
        .containsPattern("best of +f1 +± SE +difference +± SE\n")
        .containsPattern("tree +0.8000 +0.02000 +the winner\n")
        .containsPattern(
            "forest +0.7700 +0.02000 +-0.03000 +0.02000 +cannot tell: within two standard errors\n")
        .containsPattern("ridge +0.7000 +0.02000 +-0.1000 +0.02000 +worse\n")
        .containsPattern("boost +0.9000 +0.02000 +0.1000 +0.02000 +better, but less simple\n")
        .containsPattern("logistic +0.6000 +0.02000 +-0.2000\n");
    assertThat(ReportHtml.of(report)).contains("<h2>Which algorithm?</h2>");
    JsonNode comparison = new ObjectMapper().readTree(ReportJson.of(report)).at("/comparison");
    assertThat(comparison.at("/by").asText()).isEqualTo("f1");
    assertThat(comparison.at("/families/0").has("difference_se")).isFalse();
    assertThat(comparison.at("/families/1/model").asText()).isEqualTo("forest");
    assertThat(comparison.at("/families/1/score").asDouble()).isEqualTo(0.77);
    assertThat(comparison.at("/families/1/score_se").asDouble()).isEqualTo(0.02);
    assertThat(comparison.at("/families/1/difference").asDouble()).isEqualTo(-0.03);
    assertThat(comparison.at("/families/1/difference_se").asDouble()).isEqualTo(0.02);
    assertThat(ReportText.of(report(10), "runs/x")).doesNotContain("which algorithm");
    assertThat(ReportJson.of(report(10))).doesNotContain("comparison");
  }

  @Test
  void aPictureOfPerfectScoresStillShowsTheOthers() {
    Result perfect = result(2, 0, "sqrt", Map.of("f1", 1.0));
    Result other = result(1, 0.4, "sqrt", Map.of("f1", 0.5));

    assertThat(Chart.of(report(10, List.of(perfect, other))).orElseThrow()).contains(">40%</text>");
  }

  @Test
  void anAxisOfNumbersAndWordsIsDrawnForItsNumbers() {
    Result best = result(2, 0.02, 5, Map.of("f1", 0.7));
    Result wider = result(2, 0.03, 9, Map.of("f1", 0.6));
    Result word = result(2, 0.04, "sqrt", Map.of("f1", 0.5));

    assertThat(Chart.of(report(10, List.of(best, wider, word))).orElseThrow())
        .contains("J along features")
        .doesNotContain("sqrt");
  }

  @Test
  void percentagesHaveThreeDigits() {
    assertThat(Digits.percent(0.07)).isEqualTo("7%");
    assertThat(Digits.percent(0.123456)).isEqualTo("12.3%");
    assertThat(Digits.percent(0.000512)).isEqualTo("0.0512%");
    assertThat(Digits.percent(0)).isEqualTo("0%");
    assertThat(Digits.percent(1)).isEqualTo("100%");
  }

  private static Contender contender(
      String model, double score, double difference, Standing standing) {
    OptionalDouble error = OptionalDouble.of(0.02);
    boolean known = standing != Standing.WINNER && standing != Standing.UNKNOWN;
    return new Contender(
        new Candidate(model, Map.of()),
        (Scored) result(1, 0.02, "", Map.of("f1", score)).outcome(),
        score,
        error,
        difference,
        known ? error : OptionalDouble.empty(),
        standing);
  }

  private static Report report(long folds) {
    List<Result> results = new ArrayList<>();
    results.add(result(1, 0.3, "sqrt", Map.of("accuracy", 0.7, "f1", 0.6)));
    results.add(
        result(2, 0.0213, "sqrt", Map.of("accuracy", 0.9787, "f1", 0.71, "precision", 1.0)));
    results.add(result(2, 0.0213, "all", Map.of("accuracy", 0.9787, "f1", 0.70)));
    return report(folds, List.of(results.get(1), results.get(2), results.get(0)), results);
  }

  private static Report report(long folds, List<Result> ranking) {
    return report(folds, ranking, ranking);
  }

  private static Report report(long folds, List<Result> ranking, List<Result> results) {
    return report(folds, ranking, results, List.of());
  }

  private static Report report(
      long folds, List<Result> ranking, List<Result> results, List<Contender> contest) {
    return new Report(
        "churn",
        "classification",
        new Report.Rows(80, 20),
        folds,
        3,
        results,
        ranking,
        ranking.get(0),
        new Choice("f1", Choice.Rule.BEST),
        Optional.of(
            new TestScore(
                1 / 30.0,
                Map.of("accuracy", 0.9667, "recall", 0.6, "f1", 0.7, "log_loss", Double.NaN),
                List.of(Map.of("recall", 0.9), Map.of("f1", 0.7), Map.of()),
                1)),
        Optional.empty(),
        List.of(),
        contest,
        List.of("a", "b", "<c>"),
        List.of(),
        List.of(
            new ByClass(Map.of("precision", 0.8), List.of(Map.of("precision", 0.8), Map.of())),
            new ByClass(Map.of("f1", 0.25), List.of()),
            new ByClass(Map.of(), List.of())),
        new Report.Baseline(0.085, "majority class"),
        new Report.Spent(4, 1, 2, Map.of("total", 1.5), List.of()));
  }

  private static Result result(
      int depth, double jCv, Object features, Map<String, Double> metrics) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("max-depth", depth);
    params.put("features", features);
    return new Result(
        new Candidate("tree", params),
        new Scored(0, jCv, OptionalDouble.of(0.00412), metrics, List.of(), List.of()));
  }
}
