package tenfold.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What a {@code report.json} says, in short.
 *
 * @param task {@code regression} or {@code classification}
 * @param labels how many, where the target is several; else 0
 * @param winner its family, and those of its settings that were swept
 * @param jCv the winner's
 * @param jCvSe its standard error, if it has one
 * @param jTest empty without a test part
 * @param folds in one repeat, of those that are listed
 * @param foldScores J_cv of the winner on each fold of each repeat; empty where they are not listed
 * @param foldRows rows of each of them
 * @param models fitted, or read off others
 * @param fits that were made
 * @param passes over the data
 * @param seconds from the first to the last
 */
public record Summary(
    String task,
    int labels,
    String winner,
    double jCv,
    OptionalDouble jCvSe,
    OptionalDouble jTest,
    long folds,
    List<Double> foldScores,
    List<Long> foldRows,
    long models,
    long fits,
    long passes,
    double seconds) {

  public Summary {
    foldScores = List.copyOf(foldScores);
    foldRows = List.copyOf(foldRows);
  }

  /**
   * Returns what {@code report} says.
   *
   * @throws IllegalArgumentException if it is torn, or of another form
   */
  public static Summary of(String report) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(report);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("report.json is not JSON: " + e.getOriginalMessage(), e);
    }
    JsonNode best = root.path("best");
    if (!best.path("j_cv").isNumber() || !best.path("model").isTextual()) {
      throw new IllegalArgumentException(
          "report.json has no best.model with a best.j_cv; it is of no sweep or training");
    }
    JsonNode folds = folds(root.path("candidates"), best);
    JsonNode cost = root.path("cost");
    return new Summary(
        root.path("task").asText(),
        best.path("labels").size(),
        winner(root.path("candidates"), best),
        best.get("j_cv").asDouble(),
        number(best.path("j_cv_se")),
        number(best.path("j_test")),
        StreamSupport.stream(folds.spliterator(), false).filter(f -> !f.has("repeat")).count(),
        folds.findValues("j_cv").stream().map(JsonNode::asDouble).toList(),
        folds.findValues("rows").stream().map(JsonNode::asLong).toList(),
        cost.path("models").asLong(),
        cost.path("fits").asLong(),
        cost.path("passes").asLong(),
        cost.path("seconds").path("total").asDouble());
  }

  /** What J is, and how it is written. */
  Unit unit() {
    return Unit.of(task, labels);
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }

  private static JsonNode folds(JsonNode candidates, JsonNode best) {
    for (JsonNode candidate : candidates) {
      if (candidate.path("model").equals(best.path("model"))
          && candidate.path("params").equals(best.path("params"))) {
        return candidate.path("folds");
      }
    }
    return candidates.path("none");
  }

  private static String winner(JsonNode candidates, JsonNode best) {
    List<String> settings = new ArrayList<>();
    for (Map.Entry<String, JsonNode> param : best.path("params").properties()) {
      if (swept(candidates, best.get("model"), param.getKey())) {
        settings.add(param.getKey() + " = " + text(param.getValue()));
      }
    }
    String family = best.get("model").asText();
    return settings.isEmpty() ? family : family + ": " + String.join(", ", settings);
  }

  private static boolean swept(JsonNode candidates, JsonNode family, String key) {
    Set<JsonNode> values = new HashSet<>();
    for (JsonNode candidate : candidates) {
      if (candidate.path("model").equals(family)) {
        values.add(candidate.path("params").path(key));
      }
    }
    return values.size() > 1;
  }

  private static String text(JsonNode value) {
    return value.isDouble() ? Digits.setting(value.asDouble()) : value.asText(value.toString());
  }
}
