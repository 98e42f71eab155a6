package tenfold.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
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
    EncoderJson.write(root, model.encoder());
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
    double[] weights =
        StreamSupport.stream(root.path("weights").spliterator(), false)
            .mapToDouble(w -> w.path("weight").asDouble())
            .toArray();
    return new RidgeModel(
        EncoderJson.read(root),
        new RidgeModel.Settings(
            root.path("degree").asInt(),
            root.path("lambda").asDouble(),
            root.path("interactions").asBoolean()),
        root.path("bias").asDouble(),
        weights);
  }
}
