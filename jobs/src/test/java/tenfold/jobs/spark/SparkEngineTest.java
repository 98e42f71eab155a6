package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Cases;
import tenfold.core.data.Feature;
import tenfold.core.data.Fitted;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Table;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.learn.boost.BoostFamily;
import tenfold.core.learn.boost.BoostGrid;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestFamily;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.network.Activation;
import tenfold.core.learn.network.Augment;
import tenfold.core.learn.network.Layer;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.network.Optimizer;
import tenfold.core.learn.network.Schedule;
import tenfold.core.learn.ridge.Ridge;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeFamily;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.model.ModelFiles;
import tenfold.core.model.SavedModel;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Keyed;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.Tables;
import tenfold.core.sweep.ThreadEngine;
import tenfold.core.sweep.Unit;
import tenfold.jobs.Local;

class SparkEngineTest {

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Feature("a", Kind.NUMBER),
              new Feature("b", Kind.NUMBER),
              new Feature("kind", Kind.NAME)),
          "y",
          Task.REGRESSION,
          List.of());

  /** Both ways of merging: by the driver (up to 32 partitions), and by executors before it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 50})
  void sparkAndThreadsGiveTheSameBytesOnTheSameBlocks(int partitions) {
    List<List<Block>> blocks = blocks(partitions);
    JavaRDD<Block> distributed =
        JavaSparkContext.fromSparkContext(Local.spark().sparkContext())
            .parallelize(blocks, partitions)
            .flatMap(List::iterator);

    List<Result> onSpark = sweep(new SparkEngine(distributed));
    Keyed<Table> table = table(new SparkEngine(distributed));

    for (int threads : new int[] {1, 2, 8}) {
      assertThat(sweep(new ThreadEngine(blocks, threads))).isEqualTo(onSpark);
      assertThat(table(new ThreadEngine(blocks, threads)))
          .usingRecursiveComparison()
          .isEqualTo(table);
    }
  }

  /** Nothing of a cluster shows: not its slots, and not where the rows are. */
  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "8,1", "8,8"})
  void treesForestsAndBoostersAreTheSameBytes(int partitions, int slots) {
    List<Block> blocks = blocks(8).stream().flatMap(List::stream).toList();
    JavaRDD<Block> distributed =
        JavaSparkContext.fromSparkContext(Local.spark().sparkContext())
            .parallelize(blocks, partitions);
    TreeGrid tree =
        new TreeGrid(
            List.of(Impurity.VARIANCE), List.of(2, 9), List.of(0.0), List.of(2), List.of(16, 255));
    ForestGrid forest = new ForestGrid(List.of(2, 5), List.of(Draw.Rule.AUTO), tree);
    List<Double> half = List.of(0.5);
    BoostGrid boost =
        new BoostGrid(List.of(2, 5), List.of(2, 9), half, half, half, half, OptionalInt.empty());
    NetworkGrid network =
        new NetworkGrid(
            List.of(List.of(new Layer.Dense(4, null), new Layer.Dropout(0.3))),
            List.of(Activation.TANH),
            half,
            List.of(1, 3),
            List.of(8, 16),
            List.of(0.01),
            List.of(Optimizer.ADAM),
            Schedule.CONSTANT,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Augment.NONE,
            Optional.empty());
    for (Family family :
        List.of(
            new TreeFamily(tree, Task.REGRESSION),
            new ForestFamily(forest, Task.REGRESSION),
            new BoostFamily(boost),
            new NetworkFamily(network))) {
      Swept threads = sweep(family, new ThreadEngine(List.of(blocks), 2));
      Candidate last = threads.results().get(3).candidate();
      try (SparkEngine spark = new SparkEngine(distributed)) {
        Swept onSpark = sweep(family, new Packed(spark, slots));

        assertThat(onSpark.results()).isEqualTo(threads.results());
        assertThat(saved(onSpark.refit(last))).isEqualTo(saved(threads.refit(last)));
        assertThat(onSpark.importance(last)).isEqualTo(threads.importance(last));
        for (Block block : blocks) {
          assertThat(onSpark.outOfFold(last).predict(block))
              .isEqualTo(threads.outOfFold(last).predict(block));
        }
      }
    }
  }

  /** Spark with work packed for so many slots. */
  private record Packed(SparkEngine spark, int slots) implements Engine {

    @Override
    public <S extends Serializable> S aggregate(Aggregation<S> work) {
      return spark.aggregate(work);
    }

    @Override
    public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
        C table, Pieces<C, S, R> work) {
      return spark.units(table, work, slots);
    }

    @Override
    public int slots() {
      return slots;
    }

    @Override
    public int passes() {
      return spark.passes();
    }
  }

  private static Swept sweep(Family family, Engine engine) {
    return family.sweep(engine, problem(engine), Set.of());
  }

  /** The model's files by their names. */
  private static Map<String, String> saved(Fitted model) {
    Map<String, String> files = new TreeMap<>();
    ModelFiles.of(new SavedModel(SCHEMA, Map.of(), model))
        .forEach((name, bytes) -> files.put(name, HexFormat.of().formatHex(bytes)));
    return files;
  }

  private static Keyed<Table> table(Engine engine) {
    return Tables.of(engine, problem(engine), 20);
  }

  private static List<Result> sweep(Engine engine) {
    Ridge ridge = new Ridge(new RidgeGrid(List.of(1, 2, 3), List.of(0.0, 0.1, 1.0), true));
    return ridge.sweep(engine, problem(engine), Set.of("j")).results();
  }

  private static Problem problem(Engine engine) {
    Split split =
        new Split(
            new Split.Test.Share(0.2),
            new Split.Scheme.KFold(5),
            new Seed(1),
            1,
            Optional.empty(),
            List.of(),
            Split.Duplicates.TOGETHER,
            Optional.empty(),
            Optional.empty());
    Folds folds = Dealer.deal(split, Task.REGRESSION, engine.aggregate(new CensusPass()));
    return Problem.of(SCHEMA, folds, engine.aggregate(new SurveyPass(SCHEMA, folds)), new Seed(2));
  }

  private static List<List<Block>> blocks(int partitions) {
    Random random = new Random(7);
    List<List<Block>> all = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      List<Block> its = new ArrayList<>();
      for (int b = 0; b < 2; b++) {
        BlockBuilder builder = new BlockBuilder(SCHEMA, Set.of());
        builder.at(p, 30L * b);
        for (int i = 0; i < 30; i++) {
          double x = random.nextGaussian();
          double z = random.nextGaussian();
          builder.number(0, x);
          builder.number(1, i % 9 == 0 ? Double.NaN : z);
          builder.name(0, "k" + random.nextInt(4));
          builder.target(x * x - z + random.nextGaussian());
          builder.endRow();
        }
        its.add(builder.build());
      }
      all.add(its);
    }
    return all;
  }
}
