package tenfold.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataException;
import tenfold.core.learn.network.NetworkModel;
import tenfold.jobs.Local;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.UsageException;

/** Networks that begin as those of another run, from files to files. */
class OriginsTest {

  private static final String NETWORK = "layers = [[4, 3]], lambda = 0.1, epochs = 3, batch = 8";

  @TempDir private Path dir;

  @BeforeEach
  void data() throws IOException {
    Random random = new Random(1);
    StringBuilder first = new StringBuilder("a,b,y\n");
    StringBuilder other = new StringBuilder("b,a,y\n");
    StringBuilder renamed = new StringBuilder("a,c,y\n");
    for (int i = 0; i < 60; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      String line = "%s,%s,%s\n".formatted(a, b, a * b);
      first.append(line);
      other.append(line);
      renamed.append(line);
    }
    Files.writeString(dir.resolve("first.csv"), first);
    Files.writeString(dir.resolve("other.csv"), other);
    Files.writeString(dir.resolve("renamed.csv"), renamed);
  }

  private void sweep(String data, String model, String run) {
    Experiment experiment =
        Experiment.parse(
            "data { path = \"%s\", target = y, task = regression }\nsplit { folds = 2 }\nmodels { %s }"
                .formatted(dir.resolve(data), model),
            "a.conf",
            List.of());
    Sweep.of(experiment).into(dir.resolve(run).toString()).run(Local.spark());
  }

  private NetworkModel model(String run) {
    return (NetworkModel)
        SparkModel.load(dir.resolve(run).toString(), Local.spark()).saved().fitted();
  }

  private String from(String source, String more) {
    return "network { from = \"%s\", lambda = 0.1, epochs = 2, batch = 8 %s }"
        .formatted(dir.resolve(source), more);
  }

  private void refused(Class<?> type, String data, String model, String message) {
    assertThatThrownBy(() -> sweep(data, model, "refused-" + System.nanoTime()))
        .isInstanceOf(type)
        .hasMessage(message);
  }

  /** Of the model that was written, too: its first arrays are the source's, its last are not. */
  @Test
  void aRunsHiddenLayersStayInAnothersModel() {
    sweep("first.csv", "network { " + NETWORK + " }", "source");
    sweep("first.csv", from("source", ""), "all");
    sweep("first.csv", from("source/model", ", freeze-to = 1"), "half");
    sweep(
        "first.csv",
        from("source", ", fine-tune { epochs = [0, 3], learning-rate = 0.0001 }"),
        "tuned");

    float[] source = model("source").network().numbers();
    int first = 2 * 4 + 4;
    int hidden = first + 4 * 3 + 3;
    assertThat(java.util.Arrays.copyOf(model("all").network().numbers(), hidden))
        .isEqualTo(java.util.Arrays.copyOf(source, hidden));
    assertThat(java.util.Arrays.copyOf(model("half").network().numbers(), first))
        .isEqualTo(java.util.Arrays.copyOf(source, first));
    assertThat(model("half").network().numbers()[first]).isNotEqualTo(source[first]);
    assertThat(model("all").network().numbers()[hidden]).isNotEqualTo(source[hidden]);
    assertThat(model("tuned").encoding().mean()).isEqualTo(model("source").encoding().mean());
  }

  @Test
  void whatIsNoSourceIsRefused() throws IOException {
    sweep("first.csv", "network { " + NETWORK + " }", "source");
    sweep("first.csv", "ridge { lambda = 1 }", "ridge");
    Files.createDirectory(dir.resolve("empty"));
    Files.writeString(dir.resolve("text.h5"), "no HDF5");
    String at = "file:" + dir.toAbsolutePath();

    refused(
        UsageException.class,
        "first.csv",
        from("nowhere", ""),
        "models.network.from: there is no %s/nowhere; name a run, its model directory or a Keras file that ends in .h5"
            .formatted(at));
    refused(
        UsageException.class,
        "first.csv",
        from("nowhere.h5", ""),
        "models.network.from: there is no %s/nowhere.h5".formatted(at));
    refused(
        UsageException.class,
        "first.csv",
        from("empty", ""),
        "models.network.from: %s/empty holds no model; name a run that finished, or its model directory"
            .formatted(at));
    refused(
        UsageException.class,
        "first.csv",
        from("ridge", ""),
        "models.network.from: the model in %s/ridge/model is no network; name a run that a network won"
            .formatted(at));
    refused(
        UsageException.class,
        "first.csv",
        from("text.h5", ""),
        "models.network.from: %s cannot be taken over: it is no HDF5 file"
            .formatted(dir.resolve("text.h5")));
    refused(
        UsageException.class,
        "first.csv",
        from("source", ", freeze-to = 3"),
        "models.network.freeze-to is 3, but the network of %s has 2 hidden layers; use a number from 0 to 2"
            .formatted(dir.resolve("source")));
    refused(
        DataException.class,
        "renamed.csv",
        from("source", ""),
        "models.network.from: the network of %s takes the column 'b', which is no feature of the data; use data with its columns"
            .formatted(dir.resolve("source")));
    refused(
        DataException.class,
        "other.csv",
        from("source", ""),
        "models.network.from: the network of %s takes the column 'a' in place 1, where the data have 'b'; bring the columns into its order"
            .formatted(dir.resolve("source")));
  }
}
