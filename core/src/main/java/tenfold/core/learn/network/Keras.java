package tenfold.core.learn.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads a network out of a file of Keras: HDF5, with the description of a Sequential model as an
 * attribute and a group of arrays for each layer. Both keep the channels of a place together, so
 * arrays are taken as they are.
 */
public final class Keras {

  private static final String WEIGHTS = "model_weights";

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private final Hdf5Archive file;
  private final KerasLayers layers = new KerasLayers();
  private final List<float[][]> numbers = new ArrayList<>();

  private Keras(Hdf5Archive file) {
    this.file = file;
  }

  /**
   * Reads a network; its last layer of weights is its output.
   *
   * @param name of the file in errors
   * @throws IllegalArgumentException if it holds no network that could be described here; the
   *     sentence says what of it could not
   */
  public static Origin read(Path path, String name) {
    if (!isHdf5(path)) {
      throw new IllegalArgumentException("it is no HDF5 file");
    }
    Nd4jThreads.require();
    try (Hdf5Archive file = new Hdf5Archive(path.toString())) {
      return new Keras(file).origin(name);
    } catch (UnsupportedKerasConfigurationException | JsonProcessingException e) {
      throw new IllegalArgumentException("its description cannot be read: " + e.getMessage(), e);
    } catch (RuntimeException e) { // the library's own, in C++'s words
      throw e instanceof IllegalArgumentException
          ? e
          : new IllegalArgumentException("it is no HDF5 file of a Keras model", e);
    }
  }

  /** Asked of such a file, the library fills the console before it says no. */
  private static boolean isHdf5(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Origin origin(String name)
      throws UnsupportedKerasConfigurationException, JsonProcessingException {
    if (!file.hasAttribute("model_config")) {
      throw new IllegalArgumentException(
          "it has weights but no model_config; write it with model.save, not save_weights");
    }
    JsonNode model = new ObjectMapper().readTree(file.readAttributeAsJson("model_config"));
    String kind = model.path("class_name").asText();
    if (!kind.equals("Sequential")) {
      throw new IllegalArgumentException(
          "it is a %s model; only Sequential can be taken over".formatted(kind));
    }
    JsonNode config = model.path("config");
    for (JsonNode layer : config.isArray() ? config : config.path("layers")) {
      if (layers.add(layer)) {
        numbers.add(numbers(layer.path("config").path("name").asText()));
      }
    }
    return layers.origin(name, numbers);
  }

  /** Arrays of a layer in the order that Keras gives them. */
  private float[][] numbers(String layer) throws UnsupportedKerasConfigurationException {
    List<float[]> out = new ArrayList<>();
    for (String name :
        List.of("kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance")) {
      String[] groups = groups(layer);
      file.getDataSets(groups).stream()
          .filter(d -> d.equals(name) || d.equals(name + ":0"))
          .findFirst()
          .ifPresent(d -> out.add(array(d, groups)));
    }
    return out.toArray(float[][]::new);
  }

  /** Where a layer's arrays are: some versions nest the names, others repeat them. */
  private String[] groups(String layer) {
    List<String> groups = new ArrayList<>(List.of(WEIGHTS, layer));
    while (file.getDataSets(groups.toArray(String[]::new)).isEmpty()) {
      List<String> inner = file.getGroups(groups.toArray(String[]::new));
      if (inner.isEmpty()) {
        break;
      }
      groups.add(inner.get(0));
    }
    return groups.toArray(String[]::new);
  }

  private float[] array(String name, String[] groups) {
    try (INDArray array = file.readDataSet(name, groups)) {
      return array.dup('c').data().asFloat();
    } catch (UnsupportedKerasConfigurationException e) {
      throw new IllegalArgumentException(
          "its array %s of %s cannot be read: %s"
              .formatted(name, Arrays.toString(groups), e.getMessage()),
          e);
    }
  }
}
