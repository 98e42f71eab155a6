package tenfold.core.learn.network;

/**
 * One of the workers that train a network together, each on a share of the rows. Used by one thread
 * at a time, not always the same. Close it: its memory is not Java's.
 */
public final class Worker implements AutoCloseable {

  private final Trainer trainer;

  Worker(Trainer trainer) {
    this.trainer = trainer;
  }

  /**
   * Trains on some batches from a state on. What comes of it depends on nothing that was done
   * before.
   *
   * @throws Diverged if the cost of a batch is not finite
   */
  public Turn turn(State from, Span span) {
    Nd4jThreads.one(); // of a thread's own settings
    return trainer.turn(from, span);
  }

  @Override
  public void close() {
    trainer.close();
  }
}
