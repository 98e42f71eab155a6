package tenfold.core.learn.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;

/**
 * A network that learned another task, and one of the same layers that learned nothing, trained on
 * the same few rows of a task for the same number of epochs; in this package to reach it.
 */
public final class BesideScratch {

  /** Epochs of the new output, and of all layers then. */
  private static final int OUTPUT = 20;

  private static final int TUNED = 40;

  /** How much more slowly they learn then. */
  private static final double RATE = 0.003;

  /** Rows from which few are taken to learn from; all others tell how well that went. */
  private static final int POOL = 200;

  /**
   * What is learned first and then.
   *
   * @param source rows of another task
   * @param task rows of this task
   * @param side of an image
   * @param layers of the networks
   * @param frozen how many of them stay for the first epochs
   * @param lambda of the cost
   */
  public record Tasks(
      RawTable source, RawTable task, int side, List<Layer> layers, int frozen, double lambda) {}

  /**
   * How the source learns.
   *
   * @param epochs over its rows
   * @param batch rows of a batch
   * @param rate of learning
   * @param lambda of the cost
   */
  public record Schooling(int epochs, int batch, double rate, double lambda) {}

  private final Tasks tasks;
  private final Ends ends;
  private final Origin origin;
  private final Seed seed;
  private final int[] order;

  /** Lets a network learn the source. */
  public BesideScratch(Tasks tasks, Schooling schooling, long number) {
    this.tasks = tasks;
    seed = new Seed(number);
    ends = new Ends(new Image(tasks.side(), tasks.side(), 1), Output.SOFTMAX, null);
    int[] all = IntStream.range(0, tasks.source().rows()).toArray();
    Fitting fitting = fitting(schooling.batch(), schooling.rate(), schooling.lambda());
    try (Training training =
        new Training(tasks.source(), all, ends, fitting, 0, seed.child("source"))) {
      train(training, schooling.epochs());
      origin = Origin.of("the source", training.model(training.network(), 0));
    }
    order = order(tasks.task(), seed.child("rows"));
  }

  private Fitting fitting(int batch, double rate, double lambda) {
    return new Fitting(
        tasks.layers(),
        Activation.RELU,
        lambda,
        batch,
        rate,
        Optimizer.ADAM,
        Schedule.CONSTANT,
        Augment.NONE);
  }

  /** Rows by draws, the classes taking turns, so that the first few have as many of each. */
  private static int[] order(RawTable task, Seed ranks) {
    int[] drawn =
        IntStream.range(0, task.rows())
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> ranks.bits(i)))
            .mapToInt(i -> i)
            .toArray();
    int[] seen = new int[task.classes().size()];
    int[] turn = new int[task.rows()];
    for (int row : drawn) {
      turn[row] = seen[task.label()[row]]++ * seen.length + task.label()[row];
    }
    return IntStream.of(drawn)
        .boxed()
        .sorted(Comparator.comparingInt(row -> turn[row]))
        .mapToInt(i -> i)
        .toArray();
  }

  /**
   * Share of the other rows that is misclassified after learning from so many rows on the source.
   */
  public double transferred(int rows) {
    Begun begun = new Begun(origin, tasks.frozen(), OUTPUT, RATE);
    return error(new Ends(ends.image(), Output.SOFTMAX, begun), rows);
  }

  /** The same, after learning from scratch for as many epochs. */
  public double scratch(int rows) {
    return error(ends, rows);
  }

  private double error(Ends its, int rows) {
    int[] few = Arrays.copyOf(order, rows);
    int[] others = Arrays.copyOfRange(order, POOL, order.length);
    Seed draws = seed.child("task", rows);
    try (Training training =
        new Training(tasks.task(), few, its, fitting(16, 0.01, tasks.lambda()), 0, draws)) {
      train(training, OUTPUT + TUNED);
      Judge judge = training.judge(others);
      return judge.j(training.predictions(judge, training.network()));
    }
  }

  private static void train(Training training, int epochs) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      training.epoch();
    }
  }
}
