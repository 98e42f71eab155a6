package tenfold.core.learn.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.opentest4j.TestAbortedException;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.DataException;
import tenfold.core.data.Inputs;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.fold.Split.Duplicates;
import tenfold.core.fold.Split.Scheme;
import tenfold.core.metric.Guessed;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.CensusPass;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome.Scored;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.SurveyPass;
import tenfold.core.sweep.ThreadEngine;

/** A problem with the rows that pose it, and the slow way to score predictions of them. */
public record Posed(List<List<Block>> partitions, Problem problem) {

  /** The ways to cut rows into folds. */
  public enum Way {
    FOLDS,
    REPEATED,
    SEALED,
    ORDERED,
    HOLD_OUT,
    OWN,
    ONE_BY_ONE,
    GROUP_BY_GROUP,
    COPIES_APART,
    OUT_OF_BAG,
    COPIES_OUT_OF_BAG;

    /** Whether there are no folds. */
    public boolean outOfBag() {
      return scheme() instanceof Scheme.OutOfBag;
    }

    private Scheme scheme() {
      return switch (this) {
        case FOLDS, ORDERED, OWN -> new Scheme.KFold(3);
        case REPEATED, SEALED -> new Scheme.KFold(2);
        case HOLD_OUT -> new Scheme.HoldOut(0.3);
        case ONE_BY_ONE, GROUP_BY_GROUP, COPIES_APART -> new Scheme.LeaveOneOut();
        case OUT_OF_BAG, COPIES_OUT_OF_BAG -> new Scheme.OutOfBag();
      };
    }

    /** The settings. */
    public Split split() {
      return new Split(
          new Split.Test.Share(this == SEALED || this == GROUP_BY_GROUP ? 0.2 : 0),
          scheme(),
          new Seed(1),
          this == REPEATED ? 2 : 1,
          Optional.empty(),
          this == GROUP_BY_GROUP || this == COPIES_APART ? List.of("group") : List.of(),
          this == COPIES_APART || this == COPIES_OUT_OF_BAG
              ? Duplicates.APART
              : Duplicates.TOGETHER,
          this == ORDERED ? Optional.of("time") : Optional.empty(),
          this == OWN ? Optional.of("fold") : Optional.empty());
    }
  }

  /** The problem of rows that are scattered over partitions. */
  public static Posed of(Rows rows, Way way, Random random) {
    return of(rows, rows.scattered(random), way);
  }

  /** The problem of rows in one block. */
  public static Posed of(Rows rows, Way way) {
    return of(rows, rows.together(), way);
  }

  private static Posed of(Rows rows, List<List<Block>> partitions, Way way) {
    Engine engine = new ThreadEngine(partitions, 1);
    Folds folds =
        Dealer.deal(way.split(), rows.schema().task(), engine.aggregate(new CensusPass()));
    Problem problem =
        Problem.of(
            rows.schema(),
            folds,
            engine.aggregate(new SurveyPass(rows.schema(), folds)),
            new Seed(2));
    return new Posed(partitions, problem);
  }

  /**
   * The problem of random rows, some of them again, some weighted; a case in which a cut leaves a
   * fold nothing to learn is not tried.
   */
  public static Posed learnable(Random random, Task task, Way way) {
    boolean single = way.scheme() instanceof Scheme.LeaveOneOut;
    Rows rows = Rows.random(random, task, single ? 16 : 24 + random.nextInt(30));
    rows = random.nextBoolean() ? rows.repeated(random) : rows;
    rows = random.nextBoolean() ? rows.weighted(random) : rows;
    return learnable(rows, way, random);
  }

  /** The problem of these rows; one that leaves a fold nothing to learn is not tried. */
  public static Posed learnable(Rows rows, Way way, Random random) {
    try {
      return of(rows, way, random);
    } catch (DataException nothingToLearn) {
      throw new TestAbortedException("a fold has nothing to learn", nothingToLearn);
    }
  }

  /** An engine over the rows. */
  public ThreadEngine engine(int threads) {
    return new ThreadEngine(partitions, threads);
  }

  /** All blocks. */
  public List<Block> blocks() {
    return partitions.stream().flatMap(List::stream).toList();
  }

  /** Number of classes, or 1. */
  public int outputs() {
    return Math.max(1, problem.classes().size());
  }

  /** The part of each row; where units leave one by one, the place of its unit among all. */
  public int[] part(Block block, int repeat) {
    Folds folds = problem.folds();
    int[] part = folds.of(block, repeat).clone();
    if (folds.leaveOneOut()) {
      long[] units =
          blocks().stream().flatMapToLong(this::trainingUnits).sorted().distinct().toArray();
      long[] its = folds.units(block);
      Arrays.setAll(
          part, i -> part[i] == Folds.TEST ? part[i] : Arrays.binarySearch(units, its[i]));
    }
    return part;
  }

  private LongStream trainingUnits(Block block) {
    int[] part = problem.folds().of(block, 0);
    long[] unit = problem.folds().units(block);
    return IntStream.range(0, part.length)
        .filter(i -> part[i] != Folds.TEST)
        .mapToLong(i -> unit[i]);
  }

  /** J of predictions, over the rows whose part in a repeat is one of {@code parts}. */
  public double j(Function<Block, double[]> predict, int repeat, IntPredicate parts) {
    return mean(predict, repeat, parts, Posed::cost);
  }

  /** What one row costs. */
  public interface Cost {
    /**
     * Returns it.
     *
     * @param predicted the number, or a probability for each class
     * @param truth the number, or which class
     */
    double of(double[] predicted, double truth);
  }

  /** J of one row. */
  public static double cost(double[] predicted, double truth) {
    double r = predicted[0] - truth;
    return predicted.length == 1
        ? r * r / 2
        : Classes.likeliest(predicted, 0, predicted.length) == truth ? 0 : 1;
  }

  /** The weighted mean of what rows cost. */
  public double mean(Function<Block, double[]> predict, int repeat, IntPredicate parts, Cost cost) {
    double sum = 0;
    double weight = 0;
    for (Block block : blocks()) {
      int[] part = part(block, repeat);
      double[] all = predict.apply(block);
      for (int i = 0; i < part.length; i++) {
        double[] its = Arrays.copyOfRange(all, i * outputs(), (i + 1) * outputs());
        if (parts.test(part[i]) && !Double.isNaN(its[0])) {
          sum += block.weight(i) * cost.of(its, truth(block, i));
          weight += block.weight(i);
        }
      }
    }
    return sum / weight;
  }

  /**
   * The metrics that the probabilities of some rows have, the slow way; none of a regression.
   *
   * @param predict NaN for rows that do not count
   */
  public Map<String, Double> slowMetrics(
      Function<Block, double[]> predict, int repeat, IntPredicate parts) {
    List<Guessed> rows = new ArrayList<>();
    for (Block block : blocks()) {
      int[] part = part(block, repeat);
      double[] all = predict.apply(block);
      for (int i = 0; i < part.length; i++) {
        double[] its = Arrays.copyOfRange(all, i * outputs(), (i + 1) * outputs());
        if (parts.test(part[i]) && !Double.isNaN(its[0]) && outputs() > 1) {
          rows.add(new Guessed((int) truth(block, i), its, block.weight(i)));
        }
      }
    }
    return rows.isEmpty() ? Map.of() : Guessed.metrics(rows, outputs());
  }

  /** Of the metrics that probabilities have, these and no others must be there. */
  public static void checkProbable(Map<String, Double> metrics, Map<String, Double> slow) {
    for (String metric : List.of("log_loss", "roc_auc", "pr_auc")) {
      assertThat(metrics.containsKey(metric)).as(metric).isEqualTo(slow.containsKey(metric));
    }
    slow.forEach((m, v) -> assertThat(metrics.get(m)).as(m).isCloseTo(v, within(1e-12)));
  }

  /** What the rows weigh whose part in a repeat is one of {@code parts}. */
  public double weight(int repeat, IntPredicate parts) {
    double weight = 0;
    for (Block block : blocks()) {
      int[] part = part(block, repeat);
      for (int i = 0; i < part.length; i++) {
        weight += parts.test(part[i]) ? block.weight(i) : 0;
      }
    }
    return weight;
  }

  /**
   * Predictions out of fold must be there for the rows that are tested and for no others, and must
   * score as the folds of the first repeat did; all of them as one where the rows were pooled.
   */
  public void checkOutOfFold(OutOfFold outOfFold, Scored scored) {
    Folds folds = problem.folds();
    for (Block block : blocks()) {
      int[] part = part(block, 0);
      double[] predicted = outOfFold.predict(block);
      for (int i = 0; i < part.length && !folds.outOfBag(); i++) {
        assertThat(Double.isNaN(predicted[i * outputs()])).isEqualTo(part[i] < 0);
      }
    }
    if (folds.leaveOneOut() || folds.outOfBag()) {
      assertThat(j(outOfFold::predict, 0, part -> part != Folds.TEST))
          .isCloseTo(scored.jCv(), within(1e-12));
      return;
    }
    for (int f = 0; f < folds.folds(); f++) {
      int fold = f;
      assertThat(j(outOfFold::predict, 0, part -> part == fold))
          .isCloseTo(scored.folds().get(f).jCv(), within(1e-12));
    }
  }

  /** Something of every row by its key. */
  public Map<Long, Integer> byKey(BiFunction<double[][], Integer, Integer> of) {
    Inputs inputs = Inputs.of(problem.schema(), problem.encoder());
    Map<Long, Integer> out = new HashMap<>();
    for (Block block : blocks()) {
      double[][] columns = inputs.of(block);
      for (int i = 0; i < block.rows(); i++) {
        out.put(block.key()[i], of.apply(columns, i));
      }
    }
    return out;
  }

  private double truth(Block block, int i) {
    return problem.classes().isEmpty()
        ? block.target()[i]
        : Classes.of(block, problem.classes())[i];
  }

  /** Predictions by the ids of their rows. */
  public Map<String, List<Double>> byId(Function<Block, double[]> predict) {
    Map<String, List<Double>> out = new HashMap<>();
    for (Block block : blocks()) {
      double[] predicted = predict.apply(block);
      for (int i = 0; i < block.rows(); i++) {
        List<Double> its =
            Arrays.stream(predicted, i * outputs(), (i + 1) * outputs()).boxed().toList();
        out.put(block.ids(0)[i], its);
      }
    }
    return out;
  }
}
