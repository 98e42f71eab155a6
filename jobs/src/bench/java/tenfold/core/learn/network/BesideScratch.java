package tenfold.core.learn.network;

import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.RawTable;
import tenfold.core.seed.Seed;

/**
 * A network that learned another task, and one of the same layers that learned nothing, trained on
 * the same few rows of a task for the same number of epochs; in this package to reach it.
 */
public final class BesideScratch {

  /** Epochs of the source, of the new output, and of all layers then. */
  private static final int SOURCE = 20;

  private static final int OUTPUT = 20;
  private static final int TUNED = 40;

  /** Rows from which few are taken to learn from; all others tell how well that went. */
  private static final int POOL = 200;

  private static final Image IMAGE = new Image(8, 8, 1);
  private static final Ends ENDS = new Ends(IMAGE, Output.SOFTMAX, null);

  private final RawTable task;
  private final Origin origin;
  private final Fitting fitting;
  private final int frozen;
  private final double rate;
  private final Seed seed;
  private final int[] order;

  /** Lets a network of these layers learn the source, of which the first so many stay later. */
  public BesideScratch(
      RawTable source,
      RawTable task,
      List<Layer> layers,
      int frozen,
      double lambda,
      double rate,
      long number) {
    this.rate = rate;
    this.task = task;
    this.frozen = frozen;
    seed = new Seed(number);
    fitting =
        new Fitting(
            layers,
            Activation.RELU,
            lambda,
            16,
            0.01,
            Optimizer.ADAM,
            Schedule.CONSTANT,
            Augment.NONE);
    int[] all = IntStream.range(0, source.rows()).toArray();
    try (Training training = new Training(source, all, ENDS, fitting, 0, seed.child("source"))) {
      train(training, SOURCE);
      origin = Origin.of("the source", training.model(training.network(), 0));
    }
    Seed ranks = seed.child("rows");
    order =
        IntStream.range(0, task.rows())
            .boxed()
            .sorted((a, b) -> Long.compare(ranks.bits(a), ranks.bits(b)))
            .mapToInt(i -> i)
            .toArray();
  }

  /**
   * Share of the other rows that is misclassified after learning from so many rows on the source.
   */
  public double transferred(int rows) {
    return error(new Ends(IMAGE, Output.SOFTMAX, new Begun(origin, frozen, OUTPUT, rate)), rows);
  }

  /** The same, after learning from scratch. */
  public double scratch(int rows) {
    return error(ENDS, rows);
  }

  private double error(Ends ends, int rows) {
    int[] few = IntStream.range(0, rows).map(i -> order[i]).toArray();
    int[] others = IntStream.range(POOL, order.length).map(i -> order[i]).toArray();
    try (Training training = new Training(task, few, ends, fitting, 0, seed.child("task", rows))) {
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
