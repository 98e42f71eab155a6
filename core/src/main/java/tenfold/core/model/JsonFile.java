package tenfold.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON that people may read, as files. */
final class JsonFile {

  static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonFile() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Returns the file, ending in a line break. */
  static byte[] bytes(ObjectNode node) {
    try {
      return (MAPPER.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model holds only numbers and text", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  static JsonNode read(byte[] file) {
    try {
      return MAPPER.readTree(file);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
