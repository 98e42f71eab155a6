package tenfold.jobs.network;

import tenfold.core.conf.AveragingSetting.Master;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.Augment;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.jobs.spark.UsageException;

/** The one network that a configuration describes. */
final class OneNetwork {

  private OneNetwork() {}

  /**
   * Returns its grid, which has one point once {@link #one} has seen it.
   *
   * @throws UsageException if there is none or more than one, or something that is not for training
   */
  static NetworkGrid of(Experiment experiment) {
    NetworkGrid grid =
        experiment
            .network()
            .orElseThrow(
                () ->
                    new UsageException(
                        "tenfold train trains a network, but the configuration has no models.network; add one, or use tenfold sweep"));
    if (experiment.grids().size() > 1) {
      throw new UsageException(
          "tenfold train trains one network, but models names %d families; leave the others out, or use tenfold sweep"
              .formatted(experiment.grids().size()));
    }
    if (experiment.averaging().master() == Master.STOCK && !grid.augment().equals(Augment.NONE)) {
      throw new UsageException(
          "models.network.averaging.master is stock, which lays its batches out once, but models.network.augment distorts them anew in every epoch; use resident, or leave augment out");
    }
    if (experiment.averaging().master() == Master.STOCK && experiment.data().weight().isPresent()) {
      throw new UsageException(
          "models.network.averaging.master is stock, which knows no weights of rows, but data.weight is '%s'; use resident, or leave the weight out"
              .formatted(experiment.data().weight().get()));
    }
    return grid.transfer().isPresent() ? grid : one(grid); // what it begins as is not read yet
  }

  /**
   * Returns a grid of one point.
   *
   * @throws UsageException if it has more
   */
  static NetworkGrid one(NetworkGrid grid) {
    int candidates = new NetworkFamily(grid).candidates().size();
    if (candidates > 1) {
      throw new UsageException(
          "tenfold train trains one network, but models.network describes %d; give layers, activation, lambda, epochs, batch, learning-rate, optimizer and fine-tune.epochs one value each, or use tenfold sweep"
              .formatted(candidates));
    }
    return grid;
  }
}
