package tenfold.core.learn.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The layers of a Sequential model of Keras in our words, one after the other. */
final class KerasLayers {

  private final List<Layer> layers = new ArrayList<>();
  private final List<Double> epsilons = new ArrayList<>(); // of the batch-norms
  private int[] input; // without the batch
  private boolean flat; // what comes to the next layer
  private double scale = 1;
  private double offset;

  /**
   * Adds a layer.
   *
   * @return whether it has numbers
   * @throws IllegalArgumentException if there is none like it
   */
  boolean add(JsonNode layer) {
    String kind = layer.path("class_name").asText();
    JsonNode config = layer.path("config");
    String name = config.path("name").asText();
    if (input == null) {
      input = shape(config);
      flat = input == null || input.length == 1;
    }
    switch (kind) {
      case "InputLayer" -> {
        return false;
      }
      case "Flatten" -> {
        require(config, name, "data_format", "channels_last");
        flat = true;
        return false;
      }
      case "Rescaling" -> {
        if (!layers.isEmpty()) {
          throw refusal(name, "scales what other layers made; it can only come first");
        }
        offset = offset * config.path("scale").asDouble(1) + config.path("offset").asDouble(0);
        scale *= config.path("scale").asDouble(1);
        return false;
      }
      case "Dense" -> {
        if (!flat) {
          throw refusal(name, "is a Dense on an image; put Flatten before it");
        }
        layers.add(new Layer.Dense(config.path("units").asInt(), bent(config, name)));
      }
      case "Conv2D" -> {
        require(config, name, "padding", "valid");
        require(config, name, "data_format", "channels_last");
        requireOnes(config, name, "dilation_rate");
        layers.add(
            new Layer.Conv(
                config.path("filters").asInt(),
                side(config, name, "kernel_size"),
                side(config, name, "strides"),
                bent(config, name)));
      }
      case "MaxPooling2D" -> {
        require(config, name, "padding", "valid");
        require(config, name, "data_format", "channels_last");
        int size = side(config, name, "pool_size");
        if (!config.path("strides").isNull() && side(config, name, "strides") != size) {
          throw refusal(name, "has squares that overlap; strides must be pool_size");
        }
        layers.add(new Layer.Pool(size));
        return false;
      }
      case "Dropout" -> {
        layers.add(new Layer.Dropout(config.path("rate").asDouble()));
        return false;
      }
      case "BatchNormalization" -> {
        layers.add(new Layer.BatchNorm());
        epsilons.add(config.path("epsilon").asDouble(1e-3));
      }
      case "Activation", "ReLU" -> {
        bendLast(kind.equals("ReLU") ? "relu" : config.path("activation").asText(), name);
        return false;
      }
      default ->
          throw refusal(
              name,
              "is a %s; Dense, Conv2D, MaxPooling2D, Flatten, Dropout, BatchNormalization and Rescaling can be taken over"
                  .formatted(kind));
    }
    if (config.path("use_bias").isBoolean() && !config.path("use_bias").asBoolean()) {
      throw refusal(name, "has no bias; use_bias must be true");
    }
    return true;
  }

  private static int[] shape(JsonNode config) {
    JsonNode shape = config.path("batch_input_shape");
    JsonNode whole = shape.isArray() ? shape : config.path("batch_shape");
    if (!whole.isArray()) {
      return null;
    }
    int[] out = new int[whole.size() - 1];
    Arrays.setAll(out, i -> whole.get(i + 1).asInt());
    return out;
  }

  private Activation bent(JsonNode config, String name) {
    return activation(config.path("activation").asText(), name);
  }

  private static Activation activation(String word, String name) {
    return switch (word) {
      case "linear" -> Activation.LINEAR;
      case "relu" -> Activation.RELU;
      case "sigmoid" -> Activation.SIGMOID;
      case "tanh" -> Activation.TANH;
      case "softmax" -> null; // only where it is the output, which is replaced
      default ->
          throw refusal(
              name,
              "has the activation %s; linear, relu, sigmoid and tanh can be taken over"
                  .formatted(word));
    };
  }

  /** Keras can bend a layer's sums in a layer of its own. */
  private void bendLast(String word, String name) {
    int last = layers.size() - 1;
    Activation activation = activation(word, name);
    if (last >= 0
        && layers.get(last) instanceof Layer.Dense dense
        && dense.activation() == Activation.LINEAR) {
      layers.set(last, new Layer.Dense(dense.units(), activation));
    } else if (last >= 0
        && layers.get(last) instanceof Layer.Conv conv
        && conv.activation() == Activation.LINEAR) {
      layers.set(last, new Layer.Conv(conv.filters(), conv.kernel(), conv.stride(), activation));
    } else {
      throw refusal(name, "bends no weighted sums; it must follow a Dense or Conv2D of none");
    }
  }

  private static void require(JsonNode config, String name, String key, String value) {
    if (config.path(key).isTextual() && !config.path(key).asText().equals(value)) {
      throw refusal(
          name, "has %s = %s; it must be %s".formatted(key, config.path(key).asText(), value));
    }
  }

  private static void requireOnes(JsonNode config, String name, String key) {
    for (JsonNode one : config.path(key)) {
      if (one.asInt() != 1) {
        throw refusal(name, "has %s = %s; it must be 1".formatted(key, config.path(key)));
      }
    }
  }

  private static int side(JsonNode config, String name, String key) {
    JsonNode sides = config.path(key);
    if (sides.size() == 2 && sides.get(0).asInt() != sides.get(1).asInt()) {
      throw refusal(name, "has %s = %s; both must be the same".formatted(key, sides));
    }
    return sides.isArray() ? sides.get(0).asInt() : sides.asInt();
  }

  private static IllegalArgumentException refusal(String name, String what) {
    return new IllegalArgumentException("its layer %s %s".formatted(name, what));
  }

  /** Returns the network of the layers. */
  Origin origin(String name, List<float[][]> numbers) {
    if (input == null
        || input.length > 3
        || layers.isEmpty()
        || !(layers.get(layers.size() - 1) instanceof Layer.Dense)) {
      throw new IllegalArgumentException(
          "it does not say the shape of its input, or does not end in a Dense layer; both must be there");
    }
    Layer.Dense last = (Layer.Dense) layers.get(layers.size() - 1);
    List<Layer> hidden = layers.subList(0, layers.size() - 1);
    for (Layer layer : hidden) {
      boolean unknown =
          (layer instanceof Layer.Dense dense && dense.activation() == null)
              || (layer instanceof Layer.Conv conv && conv.activation() == null);
      if (unknown) {
        throw new IllegalArgumentException(
            "it has softmax in a hidden layer, which belongs to the output");
      }
    }
    int columns = Arrays.stream(input).reduce(1, Math::multiplyExact);
    Optional<Image> image =
        input.length == 1
            ? Optional.empty()
            : Optional.of(new Image(input[0], input[1], input.length == 3 ? input[2] : 1));
    Output output =
        last.activation() == Activation.SIGMOID
            ? Output.SIGMOID
            : last.activation() == null ? Output.SOFTMAX : Output.LINEAR;
    Network network = network(hidden, image, columns, output, last.units(), numbers);
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    Arrays.fill(mean, -offset / scale + 0.0);
    Arrays.fill(deviation, 1 / scale);
    return Origin.unnamed(name, network, mean, deviation);
  }

  private Network network(
      List<Layer> hidden,
      Optional<Image> image,
      int columns,
      Output output,
      int width,
      List<float[][]> numbers) {
    Volume in = image.map(Image::volume).orElse(Volume.flat(columns));
    Topology topology = Topology.of(hidden, Activation.LINEAR, in, output, width);
    float[][][] all = new float[topology.steps().size()][][];
    int at = 0;
    int norm = 0;
    for (int s = 0; s < all.length; s++) {
      Step step = topology.steps().get(s);
      boolean has = step.weighs() || step.kind() == Step.Kind.BATCH_NORM;
      all[s] = has ? numbers.get(at++) : new float[0][];
      if (step.kind() == Step.Kind.BATCH_NORM) {
        all[s] = normed(all[s], epsilons.get(norm++));
      }
    }
    return new Network(topology, all);
  }

  /** Keras adds an epsilon of its own to variances. */
  private static float[][] normed(float[][] arrays, double epsilon) {
    if (arrays.length != 4) {
      throw new IllegalArgumentException(
          "it has a BatchNormalization without scale or center; both must be there");
    }
    float[] variance = arrays[3].clone();
    for (int c = 0; c < variance.length; c++) {
      variance[c] = (float) (variance[c] + epsilon - Trainer.EPSILON);
    }
    return new float[][] {arrays[0], arrays[1], arrays[2], variance};
  }
}
