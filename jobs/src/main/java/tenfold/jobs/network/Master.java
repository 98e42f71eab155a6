package tenfold.jobs.network;

import tenfold.core.learn.network.State;

/** Leads the workers through an epoch. Close it. */
interface Master extends AutoCloseable {

  /**
   * Trains on every row once.
   *
   * @param epoch numbered from 1
   * @throws tenfold.core.learn.network.Diverged if the cost of a batch is not finite
   */
  State epoch(State from, int epoch);

  @Override
  void close();
}
