package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.learn.tree.Posed.Way;
import tenfold.core.metric.LabelScore;
import tenfold.core.metric.Score;
import tenfold.core.model.ModelFiles;
import tenfold.core.model.SavedModel;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.ByClass;
import tenfold.core.sweep.FoldScore;
import tenfold.core.sweep.LabelRows;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.TestPass;
import tenfold.core.sweep.ThreadEngine;

/** Networks of several labels at once. */
class LabelLawsTest {

  private static NetworkFamily family() {
    return new NetworkFamily(
        new NetworkGrid(
            List.of(List.of(new Layer.Dense(4, null))),
            List.of(Activation.TANH),
            List.of(0.1),
            List.of(1, 3),
            List.of(8),
            List.of(0.05),
            List.of(Optimizer.ADAM),
            Schedule.CONSTANT,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Augment.NONE,
            Optional.empty()));
  }

  private static Swept sweep(ThreadEngine engine, Problem problem) {
    return family().sweep(engine, problem, Set.of());
  }

  /** Trains on all rows at once; returns what the network answers to each. */
  private static double[] answers(Network start, Fitting fitting, Examples examples) {
    Network learned;
    try (Trainer trainer = new Trainer(start, 0, fitting, examples, new Seed(1))) {
      for (int epoch = 0; epoch < 8; epoch++) {
        trainer.epoch();
      }
      learned = trainer.network();
    }
    int inputs = start.topology().in().size();
    return learned.answers(
        examples.rows(), (i, to) -> System.arraycopy(examples.x(), i * inputs, to, 0, inputs));
  }

  /**
   * Without hidden layers labels share nothing: from equal starts, plain descent on the sum of
   * their costs is that on each. Weights are floats, whose sums a product of matrices adds in an
   * order that differs with their number: 8 steps leave some of their 7 digits.
   */
  @Property(tries = 12)
  void withoutHiddenLayersEachLabelLearnsAsItDoesAlone(
      @ForAll @IntRange(min = 1, max = 12) int rows,
      @ForAll @IntRange(min = 1, max = 4) int inputs,
      @ForAll @IntRange(min = 2, max = 3) int labels,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] x = new float[rows * inputs];
    float[] y = new float[rows * labels];
    float[] weight = new float[rows];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextInt(2);
    }
    for (int i = 0; i < rows; i++) {
      weight[i] = 1 + random.nextInt(2);
    }
    Fitting fitting = Nets.fitting(Optimizer.SGD, 0.3, 0.2, rows);
    double[] together =
        answers(zero(inputs, labels), fitting, Nets.examples(rows, x, y, weight, rows));

    for (int label = 0; label < labels; label++) {
      float[] its = new float[rows];
      for (int i = 0; i < rows; i++) {
        its[i] = y[i * labels + label];
      }
      double[] alone = answers(zero(inputs, 1), fitting, Nets.examples(rows, x, its, weight, rows));
      for (int i = 0; i < rows; i++) {
        assertThat(together[i * labels + label]).isCloseTo(alone[i], within(1e-5));
      }
    }
  }

  private static Network zero(int inputs, int labels) {
    Topology topology =
        Topology.of(List.of(), Activation.RELU, Volume.flat(inputs), Output.SIGMOID, labels);
    return new Network(topology, new float[][][] {{new float[inputs * labels], new float[labels]}});
  }

  /** The slow way: every row's prediction, scored label by label. */
  @Property(tries = 3)
  void foldsAndTheTestAreScoredLabelByLabel(@ForAll long seed) {
    List<LabelRows.Line> lines = LabelRows.random(new Random(seed), 80);
    ThreadEngine engine = new ThreadEngine(LabelRows.blocks(lines, 3), 2);
    Split split = Way.SEALED.split();
    Problem problem = LabelRows.problem(engine, split);
    Swept swept = sweep(engine, problem);
    Result result = swept.results().get(1);
    Scored scored = (Scored) result.outcome();
    OutOfFold outOfFold = swept.outOfFold(result.candidate());
    Fitted refitted = swept.refit(result.candidate());

    for (FoldScore fold : scored.folds()) {
      LabelScore slow = slow(lines, problem, fold.fold(), outOfFold::predict);
      assertThat(fold.jCv()).isCloseTo(slow.j(), within(1e-12));
      assertThat(fold.metrics().keySet()).containsExactlyInAnyOrder("accuracy", "log_loss");
      assertThat(fold.metrics().get("log_loss"))
          .isCloseTo(slow.metrics().get("log_loss"), within(1e-12));
    }
    List<ByClass> byLabel = ByClass.of(engine, problem, outOfFold);
    assertThat(byLabel).hasSize(2);
    assertThat(byLabel.stream().mapToDouble(l -> l.mean().get("j")).average().orElseThrow())
        .isCloseTo(scored.jCv(), within(1e-12));
    Score test = TestPass.open(engine, problem.folds(), refitted);
    LabelScore slow = slow(lines, problem, Folds.TEST, refitted::predict);
    assertThat(test.rows()).isEqualTo(slow.rows()).isPositive();
    assertThat(test.j()).isCloseTo(slow.j(), within(1e-12));
    assertThat(test.byClass()).isEqualTo(slow.byClass());
  }

  private interface Predicts {
    double[] rows(Block block);
  }

  private static LabelScore slow(
      List<LabelRows.Line> lines, Problem problem, int part, Predicts model) {
    LabelScore score = new LabelScore(2);
    for (List<Block> partition : LabelRows.blocks(lines, 1)) {
      for (Block block : partition) {
        int[] its = problem.folds().of(block, 0);
        double[] predicted = model.rows(block);
        for (int i = 0; i < its.length; i++) {
          int[] truth = {
            lines.get(i).ripe().equals("yes") ? 1 : 0, lines.get(i).large().equals("1") ? 1 : 0
          };
          if (its[i] == part) {
            score.add(truth, 0, predicted, 4 * i, lines.get(i).weight());
          }
        }
      }
    }
    return score;
  }

  @Property(tries = 2)
  void neitherThreadsNorTheOrderOfRowsNorPartitionsLeaveATrace(@ForAll long seed) {
    Random random = new Random(seed);
    List<LabelRows.Line> lines = LabelRows.random(random, 60);
    List<LabelRows.Line> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);

    assertThat(told(shuffled, 4, 2)).isEqualTo(told(lines, 1, 1));
  }

  /** Results, and the model's file. */
  private static List<Object> told(List<LabelRows.Line> lines, int partitions, int threads) {
    ThreadEngine engine = new ThreadEngine(LabelRows.blocks(lines, partitions), threads);
    Swept swept = sweep(engine, LabelRows.problem(engine, Way.FOLDS.split()));
    Fitted model = swept.refit(swept.results().get(0).candidate());
    Map<String, byte[]> files = ModelFiles.of(new SavedModel(LabelRows.SCHEMA, Map.of(), model));
    return List.of(swept.results(), new TreeMap<>(texts(files)));
  }

  private static Map<String, String> texts(Map<String, byte[]> files) {
    Map<String, String> out = new TreeMap<>();
    files.forEach((name, bytes) -> out.put(name, Arrays.toString(bytes)));
    return out;
  }

  @Property(tries = 2)
  void aModelReadBackPredictsTheSameBits(@ForAll long seed) {
    ThreadEngine engine =
        new ThreadEngine(LabelRows.blocks(LabelRows.random(new Random(seed), 60), 2), 1);
    Swept swept = sweep(engine, LabelRows.problem(engine, Way.FOLDS.split()));
    Fitted model = swept.refit(swept.results().get(0).candidate());
    Map<String, byte[]> files = ModelFiles.of(new SavedModel(LabelRows.SCHEMA, Map.of(), model));
    SavedModel read = ModelFiles.read(name -> Optional.ofNullable(files.get(name)), "m");
    Block block = LabelRows.blocks(LabelRows.random(new Random(seed + 1), 20), 1).get(0).get(0);

    assertThat(read.schema()).isEqualTo(LabelRows.SCHEMA);
    assertThat(read.fitted().labels()).isEqualTo(2);
    assertThat(read.fitted().classes()).containsExactly("no", "yes", "0", "1");
    assertThat(read.fitted().predict(block)).isEqualTo(model.predict(block)).hasSize(80);
    assertThat(ModelFiles.of(read)).usingRecursiveComparison().isEqualTo(files);
    assertThat(IntStream.range(0, 40).mapToDouble(i -> pair(model.predict(block), i)))
        .allMatch(sum -> Math.abs(sum - 1) < 1e-12);
  }

  /** Both classes of one label. */
  private static double pair(double[] predicted, int at) {
    return predicted[2 * at] + predicted[2 * at + 1];
  }
}
