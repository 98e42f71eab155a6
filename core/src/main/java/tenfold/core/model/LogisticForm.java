package tenfold.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Fitted;
import tenfold.core.data.Schema;
import tenfold.core.learn.logistic.ClassWeight;
import tenfold.core.learn.logistic.LogisticModel;

/** A logistic model as a file: how rows are encoded, and for each logit a weight for each term. */
final class LogisticForm implements Form {

  @Override
  public String model() {
    return "logistic";
  }

  @Override
  public Class<LogisticModel> type() {
    return LogisticModel.class;
  }

  @Override
  public String file() {
    return "logistic.json";
  }

  @Override
  public byte[] write(Fitted fitted) {
    LogisticModel model = (LogisticModel) fitted;
    ObjectNode root = JsonFile.object();
    root.put("degree", model.settings().degree());
    root.put("lambda", model.settings().lambda());
    root.put("interactions", model.settings().interactions());
    root.put("class-weight", model.settings().classWeight().key());
    EncoderJson.write(root, model.encoder());
    List<String> terms = model.terms();
    ArrayNode logits = root.putArray("logits");
    for (int o = 0; o < model.logits(); o++) {
      double[] weights = model.weights(o);
      ObjectNode logit = logits.addObject();
      logit.put("class", model.classes().get(model.logits() == 1 ? 1 : o));
      logit.put("bias", weights[0]);
      ArrayNode its = logit.putArray("weights");
      for (int j = 0; j < terms.size(); j++) {
        its.addObject().put("term", terms.get(j)).put("weight", weights[1 + j]);
      }
    }
    return JsonFile.bytes(root);
  }

  @Override
  public LogisticModel read(byte[] file, Schema schema, List<String> classes) {
    JsonNode root = JsonFile.read(file);
    List<double[]> logits = new ArrayList<>();
    for (JsonNode logit : root.path("logits")) {
      JsonNode its = logit.path("weights");
      double[] weights = new double[1 + its.size()];
      weights[0] = logit.path("bias").asDouble();
      for (int j = 0; j < its.size(); j++) {
        weights[1 + j] = its.get(j).path("weight").asDouble();
      }
      logits.add(weights);
    }
    return new LogisticModel(
        EncoderJson.read(root),
        classes,
        new LogisticModel.Settings(
            root.path("degree").asInt(),
            root.path("lambda").asDouble(),
            root.path("interactions").asBoolean(),
            classWeight(root.path("class-weight").asText())),
        logits.toArray(double[][]::new));
  }

  private static ClassWeight classWeight(String key) {
    return Arrays.stream(ClassWeight.values())
        .filter(w -> w.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "class-weight is '%s'; it must be none or balanced".formatted(key)));
  }
}
