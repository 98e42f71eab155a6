package tenfold.core.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import tenfold.core.report.Report.TestScore;
import tenfold.core.sweep.ByClass;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Contender;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.Outcome.Failed;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Result;

/**
 * A report as JSON: {@code report.json}, whose form the contract fixes. What was not computed is
 * absent.
 */
public final class ReportJson {

  /** Above so many folds a candidate's folds are not listed one by one. */
  private static final int MANY_FOLDS = 100;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportJson() {}

  /** Returns the report as text, ending in a line break. */
  public static String of(Report report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("name", report.name());
    root.put("task", report.task());
    root.putObject("rows").put("train", report.rows().train()).put("test", report.rows().test());
    root.put("folds", Math.max(1, report.folds())); // out of bag there is one model a candidate
    root.put("features", report.features());
    ArrayNode candidates = root.putArray("candidates");
    report.results().forEach(r -> candidates.add(candidate(r, report.folds() <= MANY_FOLDS)));
    root.set("best", best(report));
    if (!report.importance().isEmpty()) {
      ArrayNode importance = root.putArray("importance");
      report.importance().forEach(i -> importance.add(importance(i)));
    }
    if (!report.contest().isEmpty()) {
      root.set("comparison", comparison(report));
    }
    root.putObject("baseline")
        .put("j", report.baseline().j())
        .put("source", report.baseline().source());
    ObjectNode cost = root.putObject("cost");
    cost.put("models", report.cost().models());
    cost.put("fits", report.cost().fits());
    cost.put("passes", report.cost().passes());
    ObjectNode seconds = cost.putObject("seconds");
    report.cost().seconds().forEach(seconds::put);
    ArrayNode tasks = report.cost().tasks().isEmpty() ? null : cost.putArray("tasks");
    for (Report.Tasks its : report.cost().tasks()) {
      tasks
          .addObject()
          .put("work", its.work())
          .put("count", its.count())
          .put("seconds", its.seconds())
          .put("processor", its.processor())
          .put("bytes", its.bytes());
    }
    return text(root);
  }

  private static ObjectNode candidate(Result result, boolean withFolds) {
    ObjectNode node = JSON.createObjectNode();
    describe(node, result.candidate());
    if (result.outcome() instanceof Failed failed) {
      return node.put("status", "failed").put("reason", failed.reason());
    }
    Scored scored = (Scored) result.outcome();
    node.put("status", "ok");
    scores(node, scored);
    if (!scored.notes().isEmpty()) {
      scored.notes().forEach(node.putArray("notes")::add);
    }
    if (scored.folds().isEmpty()) {
      metrics(node, scored.metrics());
    } else if (withFolds) {
      ArrayNode folds = node.putArray("folds");
      scored.folds().forEach(f -> folds.add(fold(f)));
    }
    return node;
  }

  private static ObjectNode fold(FoldScore score) {
    ObjectNode node = JSON.createObjectNode();
    if (score.repeat() > 0) {
      node.put("repeat", score.repeat());
    }
    node.put("fold", score.fold()).put("rows", score.rows());
    node.put("j_train", score.jTrain()).put("j_cv", score.jCv());
    metrics(node, score.metrics());
    return node;
  }

  private static ObjectNode best(Report report) {
    ObjectNode node = JSON.createObjectNode();
    describe(node, report.winner().candidate());
    node.put("rule", report.choice().rule().key());
    if (!report.choice().by().equals("j")) {
      node.put("by", report.choice().by());
    }
    scores(node, (Scored) report.winner().outcome());
    if (report.test().isPresent()) {
      TestScore test = report.test().get();
      put(node, Map.of("j_test", test.j()));
      node.put("test_openings", test.openings());
      metrics(node, test.metrics());
    }
    if (!report.byClass().isEmpty()) {
      node.set(report.labels().isEmpty() ? "classes" : "labels", classes(report));
    }
    report.tree().ifPresent(tree -> node.set("tree", TreeJson.of(tree)));
    return node;
  }

  /** How the winner did on each class or label: on the rows held out, and on the test part. */
  private static ArrayNode classes(Report report) {
    ArrayNode classes = JSON.createArrayNode();
    for (int c = 0; c < report.parts().size(); c++) {
      ObjectNode node = classes.addObject();
      if (report.labels().isEmpty()) {
        node.put("class", report.classes().get(c));
      } else {
        node.put("label", report.labels().get(c)).put("positive", report.classes().get(2 * c + 1));
      }
      ByClass its = report.byClass().get(c);
      put(node.putObject("cv"), its.mean());
      if (!its.folds().isEmpty()) {
        ArrayNode folds = node.putArray("folds");
        for (int f = 0; f < its.folds().size(); f++) {
          put(folds.addObject().put("fold", f), its.folds().get(f));
        }
      }
      if (report.test().isPresent()) {
        put(node.putObject("test"), report.test().get().byClass().get(c));
      }
    }
    return classes;
  }

  private static ObjectNode comparison(Report report) {
    ObjectNode node = JSON.createObjectNode().put("by", report.choice().by());
    ArrayNode families = node.putArray("families");
    for (Contender its : report.contest()) {
      ObjectNode family = families.addObject();
      describe(family, its.candidate());
      scores(family, its.scored());
      family.put("score", its.score());
      its.error().ifPresent(se -> family.put("score_se", se));
      family.put("difference", its.difference());
      its.differenceError().ifPresent(se -> family.put("difference_se", se));
    }
    return node;
  }

  private static ObjectNode importance(Importance importance) {
    ObjectNode node = JSON.createObjectNode();
    node.put("feature", importance.feature()).put(importance.measure().key(), importance.share());
    importance.permutation().ifPresent(rise -> node.put("permutation", rise));
    return node;
  }

  private static void describe(ObjectNode node, Candidate candidate) {
    node.put("model", candidate.model());
    ObjectNode params = node.putObject("params");
    candidate.params().forEach(params::putPOJO);
  }

  private static void scores(ObjectNode node, Scored scored) {
    node.put("j_train", scored.jTrain()).put("j_cv", scored.jCv());
    scored.jCvSe().ifPresent(se -> node.put("j_cv_se", se));
  }

  private static void metrics(ObjectNode node, Map<String, Double> metrics) {
    put(node.putObject("metrics"), metrics);
  }

  /** Numbers only: JSON has none for the score of a row too far out to be predicted. */
  private static void put(ObjectNode node, Map<String, Double> values) {
    new TreeMap<>(values)
        .forEach(
            (key, value) -> {
              if (Double.isFinite(value)) {
                node.put(key, value);
              }
            });
  }

  private static String text(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report holds only numbers and text", e);
    }
  }
}
