package tenfold.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.core.report.TreeNode.AtMost;
import tenfold.core.report.TreeNode.Is;
import tenfold.core.report.TreeNode.Question;
import tenfold.core.report.TreeNode.Side;
import tenfold.core.report.TreeNode.Split;
import tenfold.core.sweep.Importance;

class TreeReportTest {

  private static TreeNode leaf(double cats, double dogs) {
    return new TreeNode(
        1, cats + dogs, counts(cats, dogs), OptionalDouble.empty(), Optional.empty());
  }

  private static Map<String, Double> counts(double cats, double dogs) {
    Map<String, Double> counts = new LinkedHashMap<>();
    counts.put("cat", cats);
    counts.put("dog", dogs);
    return counts;
  }

  private static TreeNode split(
      String feature, Question question, double gain, TreeNode left, TreeNode right) {
    double cats = left.counts().get("cat") + right.counts().get("cat");
    double dogs = left.counts().get("dog") + right.counts().get("dog");
    return new TreeNode(
        1 + left.nodes() + right.nodes(),
        cats + dogs,
        counts(cats, dogs),
        OptionalDouble.empty(),
        Optional.of(new Split(feature, question, gain, left, right)));
  }

  /** The ten animals by weight; what is below is made up. */
  private static TreeNode cats() {
    TreeNode ears = split("ear_shape", new Is(Optional.of("Pointy")), 0.3, leaf(0, 4), leaf(1, 1));
    return split("weight", new AtMost(9.6, Side.LEFT, false), 0.6099865, leaf(4, 0), ears);
  }

  private static Report report(TreeNode tree, List<Importance> importance) {
    return ReportTest.report(2, Optional.of(tree), importance);
  }

  private static JsonNode json(Report report) throws IOException {
    return new ObjectMapper().readTree(ReportJson.of(report));
  }

  @Test
  void textAsksAQuestionALine() {
    assertThat(ReportText.of(report(cats(), List.of()), "runs/x"))
        .contains(
            """

            weight <= 9.6                 10 rows, gain 0.61
            ├─ yes: cat (4 of 4)
            └─ no: ear_shape is Pointy    6 rows, gain 0.3
               ├─ yes: cat (1 of 2)
               └─ no: dog (4 of 4)

            cost""");
  }

  /** Where they go with the larger numbers, "no" says so already; without any, it is no news. */
  @Test
  void textSaysThatMissingNumbersGoWithTheSmall() {
    assertThat(stump(new AtMost(1.5, Side.LEFT, true))).startsWith("x <= 1.5 or missing ");
    assertThat(stump(new AtMost(1.5, Side.RIGHT, true))).startsWith("x <= 1.5  ");
    assertThat(stump(new AtMost(1.5, Side.LEFT, false))).startsWith("x <= 1.5  ");
  }

  private static String stump(Question question) {
    return TreeText.of(split("x", question, 0.1, leaf(2, 1), leaf(1, 2))).orElseThrow();
  }

  @Test
  void textOfNumbersSaysTheMean() {
    TreeNode heavy = new TreeNode(1, 1, Map.of(), OptionalDouble.of(17.7051), Optional.empty());
    TreeNode light = new TreeNode(1, 2.5, Map.of(), OptionalDouble.of(8), Optional.empty());
    TreeNode root =
        new TreeNode(
            3,
            3.5,
            Map.of(),
            OptionalDouble.of(9),
            Optional.of(new Split("kind", new Is(Optional.empty()), 2, light, heavy)));

    assertThat(TreeText.of(root))
        .contains(
            """
            kind is missing    3.5 rows, gain 2
            ├─ yes: 17.71 (1 row)
            └─ no: 8 (2.5 rows)
            """);
  }

  @Test
  void aThresholdIsNotRoundedPastValuesOfTheData() {
    assertThat(Digits.exact(12345.5)).isEqualTo("12345.5");
    assertThat(Digits.exact(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Digits.exact(-200)).isEqualTo("-200");
    assertThat(Digits.exact(0)).isEqualTo("0");
    assertThat(Digits.brief(0.6099865)).isEqualTo("0.61");
    assertThat(Digits.exact(1e300)).isEqualTo("1.0E300");
  }

  @Test
  void jsonNestsNodes() throws IOException {
    assertThat(json(report(cats(), List.of())).at("/best/tree").toString())
        .isEqualTo(
            "{\"feature\":\"weight\",\"threshold\":9.6,\"missing\":\"left\",\"gain\":0.6099865,"
                + "\"rows\":10.0,\"counts\":{\"cat\":5.0,\"dog\":5.0},"
                + "\"left\":{\"rows\":4.0,\"counts\":{\"cat\":4.0,\"dog\":0.0}},"
                + "\"right\":{\"feature\":\"ear_shape\",\"level\":\"Pointy\",\"gain\":0.3,"
                + "\"rows\":6.0,\"counts\":{\"cat\":1.0,\"dog\":5.0},"
                + "\"left\":{\"rows\":4.0,\"counts\":{\"cat\":0.0,\"dog\":4.0}},"
                + "\"right\":{\"rows\":2.0,\"counts\":{\"cat\":1.0,\"dog\":1.0}}},"
                + "\"nodes\":5}");
  }

  @Test
  void jsonSaysHowMuchIsNotShown() throws IOException {
    TreeNode cut = new TreeNode(4097, 9, Map.of(), OptionalDouble.of(0.5), Optional.empty());

    assertThat(json(report(cut, List.of())).at("/best/tree").toString())
        .isEqualTo("{\"rows\":9.0,\"mean\":0.5,\"nodes\":4097}");
  }

  @Test
  void aTreeOfMoreThan31NodesIsNotDrawn() {
    TreeNode node = leaf(1, 1);
    while (node.nodes() < 31) {
      node = split("x", new AtMost(node.nodes(), Side.RIGHT, false), 0.1, leaf(1, 0), node);
    }

    assertThat(TreeText.of(node)).isPresent();
    assertThat(TreeText.of(split("x", new AtMost(0, Side.RIGHT, false), 0.1, leaf(1, 0), node)))
        .isEmpty();
  }

  @Test
  void htmlHasTheSameTextEscaped() {
    assertThat(ReportHtml.of(report(cats(), List.of())))
        .contains("<pre>weight &lt;= 9.6 ")
        .contains("└─ no: ear_shape is Pointy    6 rows, gain 0.3\n");
  }

  @Test
  void importanceIsLargestFirstAndTenAreShown() throws IOException {
    List<Importance> importance =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new Importance(
                        "f" + i + "<",
                        Importance.Measure.IMPURITY,
                        i / 66.0,
                        i == 3 ? OptionalDouble.of(0.25) : OptionalDouble.empty()))
            .toList();
    Report report = report(cats(), importance);

    assertThat(json(report).at("/importance")).hasSize(12);
    assertThat(json(report).at("/importance/0").toString())
        .isEqualTo("{\"feature\":\"f11<\",\"impurity\":0.16666666666666666}");
    assertThat(json(report).at("/importance/8/permutation").asDouble()).isEqualTo(0.25);
    assertThat(ReportText.of(report, "runs/x"))
        .contains("\n  feature  impurity  permutation\n  f11<       0.1667\n")
        .contains("  f2<       0.03030\n\ncost ")
        .contains("dog (4 of 4)\n\n  feature")
        .doesNotContain("f1<");
    assertThat(ReportHtml.of(report))
        .contains("<tr><td>f3&lt;</td><td>0.04545</td><td>0.25</td></tr>");
    assertThat(json(report(cats(), List.of())).at("/importance").isMissingNode()).isTrue();
  }
}
