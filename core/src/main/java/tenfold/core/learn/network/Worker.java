package tenfold.core.learn.network;

/**
 * One of the workers that train a network together, each on a share of the rows. Used by one thread
 * at a time, not always the same. Close it: its memory is not Java's.
 */
public final class Worker implements AutoCloseable {

  private final Course course;
  private final int number;
  private final Share share;
  private Trainer trainer;
  private int before; // epochs before those that the trainer is for

  Worker(Course course, int number, Share share) {
    this.course = course;
    this.number = number;
    this.share = share;
  }

  /**
   * Trains on some batches from a state on. What comes of it depends on nothing that was done
   * before.
   *
   * @throws Diverged if the cost of a batch is not finite
   */
  public Turn turn(State from, Span span) {
    Nd4jThreads.one(); // of a thread's own settings
    if (trainer == null || before != course.before(span.epoch())) {
      close();
      trainer = course.trainer(number, share, span.epoch());
      before = course.before(span.epoch());
    }
    return trainer.turn(from, span.after(before));
  }

  @Override
  public void close() {
    if (trainer != null) {
      trainer.close();
    }
  }
}
