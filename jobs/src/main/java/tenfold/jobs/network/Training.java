package tenfold.jobs.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import tenfold.core.learn.network.Course;
import tenfold.core.learn.network.Diverged;
import tenfold.core.learn.network.Network;
import tenfold.core.learn.network.Share.Scores;
import tenfold.core.learn.network.State;
import tenfold.core.metric.Score;
import tenfold.core.metric.ScoredRows;
import tenfold.jobs.spark.Jobs;

/** A network in training, epoch by epoch, each of which is a checkpoint. */
final class Training {

  private final Shares shares;
  private final Master master;
  private final Course course;

  Training(Shares shares, Master master) {
    this.shares = shares;
    this.master = master;
    course = shares.course();
  }

  /** A training of no epochs. */
  Checkpoint begin() {
    State start = course.start();
    return new Checkpoint(shares.workers(), start, start, 0, List.of());
  }

  /** Whether no epoch is to follow. */
  boolean ended(Checkpoint at) {
    boolean patient =
        course.patience().isEmpty() || at.epochs() - at.bestEpoch() <= course.patience().getAsInt();
    return at.epochs() >= course.epochs() || !patient;
  }

  /**
   * Trains for one epoch more and scores.
   *
   * @throws Diverged if that came to something that is not finite
   */
  Checkpoint next(Checkpoint at) {
    long from = System.nanoTime();
    int epoch = at.epochs() + 1;
    State state =
        Jobs.of(
            shares.rdd().context(),
            "averaging: training",
            "network · epoch %d/%d".formatted(epoch, course.epochs()),
            () -> master.epoch(course.begin(at.state(), epoch), epoch));
    Scores scores = scores(state, epoch);
    double loss = course.loss(scores.held());
    double jTrain = scores.train().j();
    double jCv = scores.held().j();
    if (!Double.isFinite(loss) || !Double.isFinite(jTrain) || !Double.isFinite(jCv)) {
      throw new Diverged(
          "after epoch %d J_train is %s, J_cv %s and the loss %s; use a smaller learning-rate"
              .formatted(epoch, jTrain, jCv, loss));
    }
    List<Point> curve = new ArrayList<>(at.curve());
    curve.add(new Point(epoch, jTrain, jCv, loss, (System.nanoTime() - from) / 1e9));
    boolean better =
        course.patience().isEmpty()
            || at.bestEpoch() == 0
            || loss < at.curve().get(at.bestEpoch() - 1).loss();
    return new Checkpoint(
        at.workers(), state, better ? state : at.best(), better ? epoch : at.bestEpoch(), curve);
  }

  /** Scores of the state after an epoch, rows in the order of the workers. */
  Scores scores(State state, int epoch) {
    return shared(
        course.network(state, epoch),
        network ->
            shares.rdd().map(share -> share.scores(network.value())).collect().stream()
                .reduce(Scores::with)
                .orElseThrow());
  }

  /** Score of a network on the rows held out, with the areas under curves where it has any. */
  Score held(Network its, Score otherwise) {
    if (!course.hasCurves()) {
      return otherwise;
    }
    List<ScoredRows> parts =
        shared(its, n -> shares.rdd().map(share -> share.curves(n.value())).collect());
    ScoredRows all = new ScoredRows(otherwise.byClass().size());
    parts.forEach(all::merge);
    return all.score();
  }

  private <T> T shared(Network its, Function<Broadcast<Network>, T> work) {
    Broadcast<Network> network =
        JavaSparkContext.fromSparkContext(shares.rdd().context()).broadcast(its);
    try {
      return Jobs.of(shares.rdd().context(), "averaging: scoring", () -> work.apply(network));
    } finally {
      network.destroy();
    }
  }
}
