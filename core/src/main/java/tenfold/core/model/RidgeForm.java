package tenfold.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tenfold.core.data.Encoder;
import tenfold.core.data.Encoder.Levels;
import tenfold.core.data.Encoder.Scaling;
import tenfold.core.data.Fitted;
import tenfold.core.data.Schema;
import tenfold.core.learn.ridge.RidgeModel;

/** A ridge model as a file: how rows are encoded, and a weight for each term. */
final class RidgeForm implements Form {

  @Override
  public String model() {
    return "ridge";
  }

  @Override
  public Class<RidgeModel> type() {
    return RidgeModel.class;
  }

  @Override
  public String file() {
    return "ridge.json";
  }

  @Override
  public byte[] write(Fitted fitted) {
    RidgeModel model = (RidgeModel) fitted;
    ObjectNode root = JsonFile.object();
    root.put("degree", model.degree());
    root.put("lambda", model.lambda());
    root.put("interactions", model.interactions());
    ObjectNode encoder = root.putObject("encoder");
    ArrayNode numbers = encoder.putArray("numbers");
    for (Scaling s : model.encoder().numbers()) {
      numbers
          .addObject()
          .put("column", s.column())
          .put("mean", s.mean())
          .put("deviation", s.deviation());
    }
    ArrayNode names = encoder.putArray("names");
    for (Levels l : model.encoder().names()) {
      ObjectNode name = names.addObject().put("column", l.column());
      l.levels().forEach(name.putArray("levels")::add);
      name.put("missing", l.missing());
    }
    root.put("bias", model.bias());
    ArrayNode weights = root.putArray("weights");
    for (int j = 0; j < model.terms().size(); j++) {
      weights.addObject().put("term", model.terms().get(j)).put("weight", model.weights()[j]);
    }
    return JsonFile.bytes(root);
  }

  @Override
  public RidgeModel read(byte[] file, Schema schema, List<String> classes) {
    JsonNode root = JsonFile.read(file);
    List<Scaling> numbers = new ArrayList<>();
    for (JsonNode s : root.path("encoder").path("numbers")) {
      numbers.add(
          new Scaling(
              s.path("column").asText(),
              s.path("mean").asDouble(),
              s.path("deviation").asDouble()));
    }
    List<Levels> names = new ArrayList<>();
    for (JsonNode l : root.path("encoder").path("names")) {
      names.add(
          new Levels(
              l.path("column").asText(),
              StreamSupport.stream(l.path("levels").spliterator(), false)
                  .map(JsonNode::asText)
                  .toList(),
              l.path("missing").asBoolean()));
    }
    double[] weights =
        StreamSupport.stream(root.path("weights").spliterator(), false)
            .mapToDouble(w -> w.path("weight").asDouble())
            .toArray();
    return new RidgeModel(
        new Encoder(numbers, names),
        new RidgeModel.Settings(
            root.path("degree").asInt(),
            root.path("lambda").asDouble(),
            root.path("interactions").asBoolean()),
        root.path("bias").asDouble(),
        weights);
  }
}
