package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.DataException;
import tenfold.core.data.Feature;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;

class KerasTest {

  private static final String DENSE =
      layer("Dense", "'name': 'units', 'units': 3, 'activation': 'sigmoid', 'use_bias': true");
  private static final String OUTPUT =
      layer("Dense", "'name': 'out', 'units': 2, 'activation': 'softmax', 'use_bias': true");

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void name() {
    path = directory.resolve("model.h5");
  }

  private static String layer(String kind, String config) {
    return "{'class_name': '%s', 'config': {%s}}".formatted(kind, config);
  }

  private static String input(String shape) {
    return layer("InputLayer", "'name': 'in', 'batch_input_shape': [null, %s]".formatted(shape));
  }

  private static String sequential(String... layers) {
    return "{'class_name': 'Sequential', 'config': {'name': 'm', 'layers': [%s]}}"
        .formatted(String.join(", ", layers))
        .replace('\'', '"');
  }

  private static float[] numbers(int n, int step, int modulus, int centre) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = (i * step % modulus - centre) / 10f;
    }
    return out;
  }

  private static Inputs inputs(int n) {
    List<Inputs.Input> columns = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      columns.add(new Inputs.Input("x" + i, Kind.NUMBER, List.of(), false));
    }
    return new Inputs(columns);
  }

  private static double[] answer(Origin origin, float... row) {
    Encoding encoding = origin.encoding(inputs(row.length));
    return origin.network().answers(1, (i, x) -> encoding.row(0, (c, r) -> row[c], x, 0));
  }

  /** coverage.md's neurons: z = [165, -531, 900], so units answer 1, 0 and 1; then 3 and -2. */
  @Test
  void denseLayersAnswerAsInKeras() {
    try (KerasFile file = new KerasFile(path, sequential(input("2"), DENSE, OUTPUT))) {
      file.with("units", "kernel", new float[] {1, -3, 5, -2, 4, -6}, 2, 3)
          .with("units", "bias", new float[] {-1, 1, 2}, 3)
          .with("out", "kernel", new float[] {1, 0, 50, 50, 1.5f, -3}, 3, 2)
          .with("out", "bias", new float[] {0.5f, 1}, 2);
    }

    double[] answer = answer(Keras.read(path, "m.h5"), 200, 17);

    assertThat(answer[0]).isCloseTo(1 / (1 + Math.exp(-5)), within(1e-6));
    assertThat(answer[0] + answer[1]).isCloseTo(1, within(1e-12));
  }

  /**
   * Figures of a script of its own in Python's doubles, by the formulas of Keras' documentation.
   */
  @Test
  void convolutionsAnswerAsInKeras() {
    String config =
        sequential(
            layer(
                "Rescaling",
                "'name': 'r', 'batch_input_shape': [null, 5, 5, 2], 'scale': 0.0625, 'offset': 0.0"),
            layer(
                "Conv2D",
                "'name': 'conv', 'filters': 3, 'kernel_size': [2, 2], 'strides': [1, 1], 'padding': 'valid', 'data_format': 'channels_last', 'dilation_rate': [1, 1], 'activation': 'relu', 'use_bias': true"),
            layer("BatchNormalization", "'name': 'norm', 'axis': [3], 'epsilon': 0.001"),
            layer(
                "MaxPooling2D",
                "'name': 'pool', 'pool_size': [2, 2], 'strides': [2, 2], 'padding': 'valid'"),
            layer("Dropout", "'name': 'drop', 'rate': 0.25"),
            layer("Flatten", "'name': 'flat'"),
            OUTPUT);
    try (KerasFile file = new KerasFile(path, config)) {
      file.with("conv", "kernel", numbers(24, 7, 11, 5), 2, 2, 2, 3)
          .with("conv", "bias", new float[] {0.1f, -0.2f, 0.3f}, 3)
          .with("norm", "gamma", new float[] {1.5f, 0.5f, 2}, 3)
          .with("norm", "beta", new float[] {0.1f, 0, -0.1f}, 3)
          .with("norm", "moving_mean", new float[] {0.2f, 0.1f, -0.3f}, 3)
          .with("norm", "moving_variance", new float[] {0.5f, 2, 1}, 3)
          .with("out", "kernel", numbers(24, 5, 13, 6), 12, 2)
          .with("out", "bias", new float[] {0.05f, -0.05f}, 2);
    }
    float[] row = new float[50];
    for (int i = 0; i < row.length; i++) {
      row[i] = i * 5 % 17;
    }

    Origin origin = Keras.read(path, "m.h5");

    assertThat(answer(origin, row)[0]).isCloseTo(0.45716052117043815, within(1e-5));
    assertThat(origin.network().topology().hidden())
        .containsExactly(
            new Layer.Conv(3, 2, 1, Activation.RELU),
            new Layer.BatchNorm(),
            new Layer.Pool(2),
            new Layer.Dropout(0.25));
  }

  @Test
  void columnsOfNamesAreRefused() {
    Origin origin = Origin.unnamed("m.h5", null, new double[2], new double[2]);
    List<Feature> columns = List.of(new Feature("a", Kind.NUMBER), new Feature("b", Kind.NAME));

    assertThatThrownBy(() -> origin.check(new Schema(columns, "y", Task.REGRESSION, List.of())))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "models.network.from: the network of m.h5 takes 2 numbers, but the data have 1 number columns and 1 of names; let data.ignore leave out all others");
  }

  @Test
  void whatThereIsNoLayerForIsRefusedByName() {
    refused(
        sequential(input("4"), layer("LSTM", "'name': 'memory', 'units': 3"), OUTPUT),
        "its layer memory is a LSTM; Dense, Conv2D, MaxPooling2D, Flatten, Dropout, BatchNormalization and Rescaling can be taken over");
    refused(
        sequential(input("4"), DENSE.replace("sigmoid", "selu"), OUTPUT),
        "its layer units has the activation selu; linear, relu, sigmoid and tanh can be taken over");
    refused(
        sequential(
            input("4, 4, 1"),
            layer(
                "Conv2D",
                "'name': 'c', 'filters': 1, 'kernel_size': [2, 2], 'strides': [1, 1], 'padding': 'same', 'activation': 'relu'"),
            OUTPUT),
        "its layer c has padding = same; it must be valid");
    refused(
        sequential(input("4, 4, 1"), OUTPUT),
        "its layer out is a Dense on an image; put Flatten before it");
    refused(
        sequential(input("4"), DENSE.replace("true", "false"), OUTPUT),
        "its layer units has no bias; use_bias must be true");
    refused(
        "{\"class_name\": \"Functional\", \"config\": {\"layers\": []}}",
        "it is a Functional model; only Sequential can be taken over");
    refused(
        sequential(DENSE, OUTPUT),
        "it does not say the shape of its input, or does not end in a Dense layer; both must be there");
  }

  private void refused(String config, String message) {
    try (KerasFile file = new KerasFile(path, config)) {
      for (String layer : Set.of("units", "out", "c", "memory")) {
        file.with(layer, "kernel", new float[1], 1).with(layer, "bias", new float[1], 1);
      }
    }
    assertThatThrownBy(() -> Keras.read(path, "m.h5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void whatIsNoFileOfKerasIsRefused() throws IOException {
    Files.writeString(path, "no HDF5");

    assertThatThrownBy(() -> Keras.read(path, "m.h5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it is no HDF5 file");
  }
}
