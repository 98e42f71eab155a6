package tenfold.jobs.network;

import tenfold.core.conf.AveragingSetting.Master;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.jobs.spark.UsageException;

/** The one network that a configuration describes. */
final class OneNetwork {

  private OneNetwork() {}

  /**
   * Returns its grid, which has one point.
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
    int candidates = new NetworkFamily(grid).candidates().size();
    if (candidates > 1) {
      throw new UsageException(
          "tenfold train trains one network, but models.network describes %d; give layers, activation, lambda, epochs, batch, learning-rate and optimizer one value each, or use tenfold sweep"
              .formatted(candidates));
    }
    if (experiment.averaging().master() == Master.STOCK && experiment.data().weight().isPresent()) {
      throw new UsageException(
          "models.network.averaging.master is stock, which knows no weights of rows, but data.weight is '%s'; use resident, or leave the weight out"
              .formatted(experiment.data().weight().get()));
    }
    return grid;
  }
}
