package tenfold.jobs.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import tenfold.core.conf.Experiment;
import tenfold.core.learn.network.Course;
import tenfold.core.learn.network.Share;
import tenfold.core.learn.network.State;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.run.Dealt;

/** Trainings of one network, by averaging and alone, for {@code bench network}. Close it. */
public final class AveragedEpochs implements AutoCloseable {

  /** Batches of those that train apart, in the process of each. */
  private static final Map<Integer, List<DataSet>> BATCHES = new ConcurrentHashMap<>();

  private final Reading reading;
  private final Shares shares;

  /** Rows laid out for so many workers. */
  public AveragedEpochs(Experiment experiment, SparkSession spark, int workers) {
    reading = new Reader(spark).read(experiment.data(), experiment.split());
    Dealt dealt = Dealt.of(reading, experiment);
    shares =
        Shares.of(dealt.engine().blocks(), dealt.problem(), OneNetwork.of(experiment), workers);
  }

  /** A training, epoch by epoch. Close it. */
  public static final class Epochs implements AutoCloseable {

    private final Shares shares;
    private final Master master;
    private final List<Double> seconds = new ArrayList<>();
    private State state;

    private Epochs(Shares shares, Master master) {
      this.shares = shares;
      this.master = master;
      state = shares.course().start();
    }

    /** Trains for an epoch of which nothing stays but compiled code. */
    public void warm() {
      master.epoch(state, seconds.size() + 1);
    }

    /** Trains for an epoch. */
    public void next() {
      long from = System.nanoTime();
      state = master.epoch(state, seconds.size() + 1);
      seconds.add((System.nanoTime() - from) / 1e9);
    }

    /** Seconds of each epoch so far, without scores. */
    public double[] seconds() {
      return seconds.stream().mapToDouble(s -> s).toArray();
    }

    /** Loss on the rows held out. */
    public double loss() {
      return shares
          .course()
          .loss(new Training(shares, master).scores(state, seconds.size()).held());
    }

    @Override
    public void close() {
      master.close();
    }
  }

  /** Trains by averaging. */
  public Epochs averaged(int frequency) {
    return new Epochs(shares, new Resident(shares, frequency, 1));
  }

  /** Averagings of an epoch. */
  public int rounds(int frequency) {
    return (Resident.batches(shares.course(), shares.workers()) + frequency - 1) / frequency;
  }

  /** Trains on one thread of this process with DL4J's {@code fit} and nothing else. */
  public Epochs alone() {
    Course course = shares.course();
    Share share = shares.rdd().first();
    List<DataSet> batches = course.batches(0, share, Resident.batches(course, 1));
    return new Epochs(
        shares,
        new Master() {
          @Override
          public State epoch(State from, int epoch) {
            MultiLayerNetwork net = course.net(from, epoch);
            batches.forEach(net::fit);
            return course.end(net);
          }

          @Override
          public void close() {}
        });
  }

  /**
   * Trains on every executor with DL4J's {@code fit} on the rows that it has, and averages nothing:
   * what halving the rows comes to by itself.
   */
  public Epochs apart() {
    Broadcast<Course> course = shares.shared();
    int count = Resident.batches(shares.course(), shares.workers());
    return new Epochs(
        shares,
        new Master() {
          @Override
          public State epoch(State from, int epoch) {
            apart(shares, course, count, from, epoch);
            return from;
          }

          @Override
          public void close() {}
        });
  }

  private static void apart(
      Shares shares, Broadcast<Course> course, int count, State from, int epoch) {
    shares
        .rdd()
        .mapPartitionsWithIndex(
            (worker, part) -> {
              Share share = part.next();
              List<DataSet> batches =
                  BATCHES.computeIfAbsent(
                      worker, w -> course.value().batches(worker, share, count));
              MultiLayerNetwork net = course.value().net(from, epoch);
              batches.forEach(net::fit);
              course.value().end(net);
              return List.of(worker).iterator();
            },
            true)
        .count();
  }

  @Override
  public void close() {
    shares.close();
    reading.close();
  }
}
