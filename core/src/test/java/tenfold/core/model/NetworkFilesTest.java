package tenfold.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.data.Task;
import tenfold.core.learn.network.Activation;
import tenfold.core.learn.network.Augment;
import tenfold.core.learn.network.Image;
import tenfold.core.learn.network.Layer;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.network.Optimizer;
import tenfold.core.learn.network.Schedule;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.sweep.Swept;

class NetworkFilesTest {

  private static SavedModel model(Posed posed, Optional<Image> image, Layer... layers) {
    NetworkGrid grid =
        new NetworkGrid(
            List.of(List.of(layers)),
            List.of(Activation.TANH),
            List.of(0.1),
            List.of(2),
            List.of(16),
            List.of(0.01),
            List.of(Optimizer.MOMENTUM),
            Schedule.CONSTANT,
            OptionalInt.empty(),
            Optional.empty(),
            image,
            Augment.NONE,
            Optional.empty());
    Swept swept = new NetworkFamily(grid).sweep(posed.engine(1), posed.problem(), Set.of());
    Fitted fitted = swept.refit(swept.results().get(0).candidate());
    return new SavedModel(posed.problem().schema(), Map.of("header", true), fitted);
  }

  private static SavedModel read(Map<String, byte[]> files) {
    return ModelFiles.read(name -> Optional.ofNullable(files.get(name)), "m");
  }

  private static void assertSame(SavedModel model, Posed posed) {
    Map<String, byte[]> files = ModelFiles.of(model);
    SavedModel read = read(files);

    assertThat(read.fitted().classes()).isEqualTo(model.fitted().classes());
    for (Block block : posed.blocks()) {
      assertThat(read.fitted().predict(block)).isEqualTo(model.fitted().predict(block));
    }
    assertThat(ModelFiles.of(read)).usingRecursiveComparison().isEqualTo(files);
  }

  @Property(tries = 10)
  void aModelReadBackPredictsTheSameBits(@ForAll Task task, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(Rows.random(random, task, 40), Way.HOLD_OUT, random);

    assertSame(
        model(
            posed,
            Optional.empty(),
            new Layer.Dense(3, null),
            new Layer.BatchNorm(),
            new Layer.Dropout(0.2)),
        posed);
  }

  private static Posed images() {
    Random random = new Random(1);
    double[][] x = new double[30][32];
    Object[] y = new Object[30];
    for (int i = 0; i < 30; i++) {
      x[i] = random.doubles(32).toArray();
      y[i] = "c" + i % 3;
    }
    return Posed.of(Rows.numbers(x, y), Way.FOLDS);
  }

  @Test
  void aConvolutionReadBackPredictsTheSameBits() {
    Posed posed = images();

    assertSame(
        model(
            posed,
            Optional.of(new Image(4, 4, 2)),
            new Layer.Conv(3, 2, 1, Activation.RELU),
            new Layer.Pool(2),
            new Layer.Dense(4, null)),
        posed);
  }

  @Test
  void aDamagedNetworkIsRefused() {
    Map<String, byte[]> files =
        new HashMap<>(ModelFiles.of(model(images(), Optional.empty(), new Layer.Dense(3, null))));
    files.get("network.bin")[40] ^= 1;

    assertThatThrownBy(() -> read(files))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("m/network.bin is damaged: ");
  }

  @Test
  void anImageOfOtherSizeThanTheDataIsRefused() {
    assertThatThrownBy(
            () -> model(images(), Optional.of(new Image(5, 4, 2)), new Layer.Dense(3, null)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("5 × 4 × 2, which is 40 numbers, but the data have 32");
  }
}
