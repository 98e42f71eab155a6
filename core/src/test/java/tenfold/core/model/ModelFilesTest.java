package tenfold.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.DataException;
import tenfold.core.data.Encoder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.learn.logistic.ClassWeight;
import tenfold.core.learn.logistic.LogisticModel;
import tenfold.core.learn.ridge.RidgeModel;

class ModelFilesTest {

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Feature("a", Kind.NUMBER),
              new Feature("kind", Kind.NAME),
              new Feature("b \"quoted\" ü", Kind.NUMBER)),
          "y",
          Task.REGRESSION,
          List.of());

  @Test
  void aModelReadBackPredictsTheSameBits() {
    SavedModel model = model();
    Map<String, byte[]> files = ModelFiles.of(model);

    SavedModel read = read(files);

    assertThat(read.schema()).isEqualTo(SCHEMA);
    assertThat(read.options()).isEqualTo(model.options());
    assertThat(read.fitted().predict(block())).isEqualTo(model.fitted().predict(block()));
    assertThat(ModelFiles.of(read)).usingRecursiveComparison().isEqualTo(files);
  }

  @Test
  void aLogisticModelReadBackPredictsTheSameBits() {
    RidgeModel like = (RidgeModel) model().fitted();
    LogisticModel.Settings settings =
        new LogisticModel.Settings(like.degree(), 0.3, like.interactions(), ClassWeight.BALANCED);
    Schema schema = new Schema(SCHEMA.features(), SCHEMA.target(), Task.CLASSIFICATION, List.of());
    for (List<String> classes : List.of(List.of("n", "y"), List.of("a", "b", "c"))) {
      Random random = new Random(8);
      double[][] weights = new double[classes.size() == 2 ? 1 : classes.size()][];
      Arrays.setAll(weights, o -> random.doubles(1 + like.terms().size(), -1, 1).toArray());
      LogisticModel model = new LogisticModel(like.encoder(), classes, settings, weights);
      Map<String, byte[]> files = ModelFiles.of(new SavedModel(schema, Map.of(), model));

      SavedModel read = read(files);

      assertThat(read.fitted().classes()).isEqualTo(classes);
      assertThat(((LogisticModel) read.fitted()).settings()).isEqualTo(settings);
      assertThat(read.fitted().predict(block())).isEqualTo(model.predict(block()));
      assertThat(ModelFiles.of(read)).usingRecursiveComparison().isEqualTo(files);
    }
  }

  private static SavedModel read(Map<String, byte[]> files) {
    return ModelFiles.read(name -> Optional.ofNullable(files.get(name)), "m");
  }

  private static void assertDamaged(String file, UnaryOperator<byte[]> damage, String how) {
    Map<String, byte[]> files = new HashMap<>(ModelFiles.of(model()));
    files.computeIfPresent(file, (name, bytes) -> damage.apply(bytes));

    assertThatThrownBy(() -> read(files))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(how);
  }

  private static UnaryOperator<byte[]> with(String text, String instead) {
    return bytes -> {
      String whole = new String(bytes, StandardCharsets.UTF_8);
      assertThat(whole).contains(text);
      return whole.replace(text, instead).getBytes(StandardCharsets.UTF_8);
    };
  }

  @Test
  void whereThereIsNoModelTheMessageNamesThePlace() {
    assertThatThrownBy(() -> ModelFiles.read(name -> Optional.empty(), "runs/x"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "runs/x holds no model: there is no manifest.json; name a run's model directory");
  }

  @Test
  void aDamagedModelIsRefused() {
    assertDamaged(
        "ridge.json", bytes -> Arrays.copyOf(bytes, bytes.length / 2), "m/ridge.json is damaged: ");
    assertDamaged(
        "ridge.json",
        with("\"degree\" : 2", "\"degree\" : 1"),
        "m/ridge.json is damaged: a ridge model of degree 1 over 5 columns has 5 terms, but 8");
    assertDamaged(
        "manifest.json",
        with("\"kind\" : \"name\"", "\"kind\" : \"nam\""),
        "m/manifest.json is damaged: 'nam' is none of [number, name]");
  }

  @Test
  void aModelOfAnotherVersionIsNamed() {
    assertDamaged(
        "manifest.json",
        with("\"format\" : 1", "\"format\" : 2"),
        "m/manifest.json is a ridge model of format 2;"
            + " this version reads ridge, logistic, tree, forest, boost, network models of format 1");
  }

  private static SavedModel model() {
    Encoder encoder =
        new Encoder(
            List.of(
                new Encoder.Scaling("a", 1 / 3.0, Math.PI),
                new Encoder.Scaling("b \"quoted\" ü", -1e-17, 1e300)),
            List.of(new Encoder.Levels("kind", List.of("k0", "k1"), true)));
    Random random = new Random(3);
    double[] weights = random.doubles(3 + 2 + 3).toArray();
    return new SavedModel(
        SCHEMA,
        Map.of("delimiter", ";", "null", List.of("", "NA"), "header", true),
        new RidgeModel(encoder, new RidgeModel.Settings(2, 0.1, true), -0.1, weights));
  }

  private static Block block() {
    BlockBuilder builder = new BlockBuilder(SCHEMA, Set.of());
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      builder.number(0, random.nextGaussian());
      builder.number(1, i % 3 == 0 ? Double.NaN : random.nextGaussian());
      builder.name(0, i % 5 == 0 ? null : "k" + i % 3);
      builder.target(0.0);
      builder.endRow();
    }
    return builder.build();
  }
}
