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

/** How rows become numbers, as a part of a model's file. */
final class EncoderJson {

  private EncoderJson() {}

  /** Writes it under {@code encoder}. */
  static void write(ObjectNode root, Encoder its) {
    ObjectNode encoder = root.putObject("encoder");
    ArrayNode numbers = encoder.putArray("numbers");
    for (Scaling s : its.numbers()) {
      numbers
          .addObject()
          .put("column", s.column())
          .put("mean", s.mean())
          .put("deviation", s.deviation());
    }
    ArrayNode names = encoder.putArray("names");
    for (Levels l : its.names()) {
      ObjectNode name = names.addObject().put("column", l.column());
      l.levels().forEach(name.putArray("levels")::add);
      name.put("missing", l.missing());
    }
  }

  /** Reads what {@link #write} wrote. */
  static Encoder read(JsonNode root) {
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
    return new Encoder(numbers, names);
  }
}
