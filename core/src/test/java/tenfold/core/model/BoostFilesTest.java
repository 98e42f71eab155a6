package tenfold.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Task;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.boost.BoostModel;
import tenfold.core.learn.tree.Posed;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.learn.tree.Rows;
import tenfold.core.sweep.Swept;

class BoostFilesTest {

  private static SavedModel model(Posed posed) {
    List<Double> one = List.of(1.0);
    BoostGrid grid = new BoostGrid(List.of(5), List.of(3), one, one, one, one, OptionalInt.empty());
    Swept swept = new BoostFamily(grid).sweep(posed.engine(1), posed.problem(), Set.of());
    Fitted fitted = swept.refit(swept.results().get(0).candidate());
    return new SavedModel(posed.problem().schema(), Map.of("header", true), fitted);
  }

  private static SavedModel read(Map<String, byte[]> files) {
    return ModelFiles.read(name -> Optional.ofNullable(files.get(name)), "m");
  }

  @Property
  void aModelReadBackPredictsTheSameBits(@ForAll Task task, @ForAll long seed) {
    Random random = new Random(seed);
    Posed posed = Posed.learnable(Rows.random(random, task, 40), Way.HOLD_OUT, random);
    SavedModel model = model(posed);
    Map<String, byte[]> files = ModelFiles.of(model);

    SavedModel read = read(files);

    assertThat(read.fitted().classes()).isEqualTo(model.fitted().classes());
    for (Block block : posed.blocks()) {
      assertThat(read.fitted().predict(block)).isEqualTo(model.fitted().predict(block));
    }
    assertThat(ModelFiles.of(read)).usingRecursiveComparison().isEqualTo(files);
  }

  private static void assertDamaged(String file, UnaryOperator<byte[]> damage, String how) {
    Random random = new Random(1);
    Posed posed = Posed.of(Rows.random(random, Task.CLASSIFICATION, 40), Way.FOLDS);
    Map<String, byte[]> files = new HashMap<>(ModelFiles.of(model(posed)));
    files.computeIfPresent(file, (name, bytes) -> damage.apply(bytes));

    assertThatThrownBy(() -> read(files))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("m/booster.ubj is damaged: " + how);
  }

  /** XGBoost must not see such a file: some make it run for ever, others end the process. */
  @Test
  void aDamagedBoosterIsRefused() {
    assertDamaged(
        "booster.ubj",
        bytes -> {
          bytes[bytes.length / 2]++;
          return bytes;
        },
        "its SHA-256 is ");
    assertDamaged(
        "manifest.json",
        bytes ->
            new String(bytes, StandardCharsets.UTF_8)
                .replace("\"sha256\"", "\"sha\"")
                .getBytes(StandardCharsets.UTF_8),
        "its SHA-256 is ");
  }

  @Test
  void aBoosterOfOtherColumnsOrClassesIsRefused() {
    Posed posed = Posed.of(Rows.random(new Random(1), Task.REGRESSION, 40), Way.FOLDS);
    BoostModel model = (BoostModel) model(posed).fitted();
    Inputs none = new Inputs(List.of(new Inputs.Input("n", Kind.NAME, List.of(), false)));

    assertThatThrownBy(() -> new BoostModel(none, List.of(), 0, model.file()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("columns, but the model has 0");
    assertThatThrownBy(
            () -> new BoostModel(model.inputs(), List.of("a", "b", "c"), 0, model.file()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("answers 1 numbers for a row; 3 classes need 3");
  }
}
