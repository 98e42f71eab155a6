package tenfold.core.learn.network;

import java.io.Serializable;

/**
 * The mean of workers' states, each by the rows that it trained on. Sums are in double precision,
 * in which equal numbers of fewer than 2^29 rows have a mean that is exactly they.
 */
public final class Mean implements Serializable {

  private static final long serialVersionUID = 1;

  private double[] numbers = new double[0];
  private double[] memory = new double[0];
  private int batches;
  private long rows;

  /** Adds what a worker came to. */
  public void add(Turn turn) {
    numbers = added(numbers, turn.state().numbers(), turn.rows());
    memory = added(memory, turn.state().memory(), turn.rows());
    batches = turn.state().batches();
    rows += turn.rows();
  }

  private static double[] added(double[] to, float[] from, long weight) {
    double[] out = to.length == 0 ? new double[from.length] : to;
    for (int i = 0; i < from.length; i++) {
      out[i] += (double) weight * from[i];
    }
    return out;
  }

  /** Adds other workers'. */
  public void merge(Mean other) {
    numbers = added(numbers, other.numbers);
    memory = added(memory, other.memory);
    batches = other.batches;
    rows += other.rows;
  }

  private static double[] added(double[] to, double[] from) {
    double[] out = to.length == 0 ? new double[from.length] : to;
    for (int i = 0; i < from.length; i++) {
      out[i] += from[i];
    }
    return out;
  }

  /** The mean. */
  public State state() {
    return new State(mean(numbers), mean(memory), batches);
  }

  private float[] mean(double[] sums) {
    float[] out = new float[sums.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (sums[i] / rows);
    }
    return out;
  }
}
