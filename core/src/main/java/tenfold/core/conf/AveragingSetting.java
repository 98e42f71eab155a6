package tenfold.core.conf;

import java.util.OptionalInt;

/**
 * How several executors train one network by averaging its numbers.
 *
 * @param workers that train side by side; empty: as many as there are cores
 * @param frequency batches that each trains on between two averagings
 * @param master who leads them
 * @param depth levels of the tree in which numbers are added up
 */
public record AveragingSetting(OptionalInt workers, int frequency, Master master, int depth) {

  /**
   * Batches between two averagings. A round costs about what 50 batches of 64 rows cost in a
   * network of 784-128-10 ({@code bench network}); its loss was the same every 25 to 500 batches.
   */
  static final int FREQUENCY = 200;

  /** What is done where a configuration says nothing. */
  static final AveragingSetting DEFAULT =
      new AveragingSetting(OptionalInt.empty(), FREQUENCY, Master.RESIDENT, 1);

  /** Who leads the workers. */
  public enum Master {
    /** Rows stay in the executors; only the network's numbers travel. */
    RESIDENT,
    /** DL4J's own, on exported minibatches: slow, and what the other is held against. */
    STOCK
  }
}
