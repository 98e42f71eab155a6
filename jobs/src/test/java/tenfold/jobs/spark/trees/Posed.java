package tenfold.jobs.spark.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.SurveyPass;
import tenfold.jobs.Local;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;

/** Data, and the problem that they pose; a fifth of the rows is the test part. */
record Posed(SparkEngine engine, Problem problem) {

  /** Poses a regression on a file, by the named columns. */
  static Posed numbers(String path, String target, Split.Scheme scheme, Optional<String> weight) {
    return read(path, target, Task.REGRESSION, List.of(), weight, scheme);
  }

  /** Poses a classification on a file; {@code ignored} columns are no features. */
  static Posed classes(String path, String target, List<String> ignored, Split.Scheme scheme) {
    return read(path, target, Task.CLASSIFICATION, ignored, Optional.empty(), scheme);
  }

  private static Posed read(
      String path,
      String target,
      Task task,
      List<String> ignored,
      Optional<String> weight,
      Split.Scheme scheme) {
    DataSettings data =
        new DataSettings(
            List.of(path),
            Map.of(),
            List.of(target),
            Optional.of(task),
            Optional.empty(),
            List.of(),
            ignored,
            weight,
            Set.of(),
            DataSettings.Missing.IMPUTE);
    Reading reading = new Reader(Local.spark()).read(data, split(scheme));
    return of(reading.blocks(), reading.schema(), scheme);
  }

  /**
   * Poses a classification of made-up rows: {@code a} and {@code b} are numbers, of which a ninth
   * and a fourth is missing, {@code kind} is one of four names or missing; rows of both classes
   * come with weights.
   */
  static Posed gaps(Split.Scheme scheme) {
    return gaps(scheme, x -> x);
  }

  /** The same with numbers of a quarter's steps: few enough for each to have a bin of its own. */
  static Posed steps(Split.Scheme scheme) {
    return gaps(scheme, x -> Math.round(4 * x) / 4.0);
  }

  private static Posed gaps(Split.Scheme scheme, DoubleUnaryOperator rounded) {
    Schema schema =
        new Schema(
            List.of(
                new Feature("a", Kind.NUMBER),
                new Feature("kind", Kind.NAME),
                new Feature("b", Kind.NUMBER)),
            "y",
            Task.CLASSIFICATION,
            List.of());
    Random random = new Random(11);
    List<Block> blocks = new ArrayList<>();
    for (int b = 0; b < 4; b++) {
      BlockBuilder builder = new BlockBuilder(schema, Set.of(BlockBuilder.Extra.WEIGHT));
      builder.at(b, 0);
      for (int i = 0; i < 150; i++) {
        double x = rounded.applyAsDouble(random.nextGaussian());
        double z = rounded.applyAsDouble(random.nextGaussian());
        int kind = random.nextInt(5);
        builder.number(0, i % 9 == 0 ? Double.NaN : x);
        builder.number(1, i % 4 == 0 ? Double.NaN : z);
        builder.name(0, kind == 4 ? null : "k" + kind);
        builder.weight(1 + random.nextInt(3));
        builder.target(
            x * z + (kind == 2 ? 1 : 0) + random.nextGaussian() / 2 > 0.3 ? "yes" : "no");
        builder.endRow();
      }
      blocks.add(builder.build());
    }
    return of(
        JavaSparkContext.fromSparkContext(Local.spark().sparkContext()).parallelize(blocks, 3),
        schema,
        scheme);
  }

  private static Posed of(JavaRDD<Block> blocks, Schema schema, Split.Scheme scheme) {
    SparkEngine engine = new SparkEngine(blocks);
    Folds folds = Dealer.deal(split(scheme), schema.task(), engine.aggregate(new CensusPass()));
    return new Posed(
        engine,
        Problem.of(schema, folds, engine.aggregate(new SurveyPass(schema, folds)), new Seed(5)));
  }

  private static Split split(Split.Scheme scheme) {
    return new Split(
        new Split.Test.Share(0.2),
        scheme,
        new Seed(1),
        1,
        Optional.empty(),
        List.of(),
        Split.Duplicates.TOGETHER,
        Optional.empty(),
        Optional.empty());
  }

  /** The rows, where they are few. */
  List<Block> rows() {
    return engine.blocks().collect();
  }
}
