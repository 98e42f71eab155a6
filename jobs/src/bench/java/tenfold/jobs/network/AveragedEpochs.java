package tenfold.jobs.network;

import java.util.List;
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

/** Epochs of one network, by averaging and alone, for {@code bench network}. Close it. */
public final class AveragedEpochs implements AutoCloseable {

  private final Reading reading;
  private final Dealt dealt;
  private final Shares shares;

  /** Rows laid out for so many workers. */
  public AveragedEpochs(Experiment experiment, SparkSession spark, int workers) {
    reading = new Reader(spark).read(experiment.data(), experiment.split());
    dealt = Dealt.of(reading, experiment);
    shares =
        Shares.of(dealt.engine().blocks(), dealt.problem(), OneNetwork.of(experiment), workers);
  }

  /**
   * What epochs came to.
   *
   * @param seconds of each, without scores
   * @param score seconds of a scoring of all rows
   * @param rounds averagings of an epoch
   * @param loss on the rows held out, after the last
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
  public record Epochs(double[] seconds, double score, int rounds, double loss) {}

  /** Trains by averaging. */
  public Epochs averaged(int frequency, int epochs) {
    try (Resident master = new Resident(shares, frequency, 1)) {
      master.epoch(shares.course().start(), 1); // all code is compiled
      return epochs(master, epochs, frequency);
    }
  }

  /** Trains on one thread of this process with DL4J's {@code fit} and nothing else. */
  public Epochs alone(int epochs) {
    Course course = shares.course();
    Share share = shares.rdd().first();
    List<DataSet> batches = course.batches(0, share, Resident.batches(course, 1));
    try (Master master =
        new Master() {
          @Override
          public State epoch(State from, int epoch) {
            MultiLayerNetwork net = course.net(from, epoch);
            batches.forEach(net::fit);
            State state = course.state(net);
            net.close();
            return state;
          }

          @Override
          public void close() {}
        }) {
      master.epoch(course.start(), 1);
      return epochs(master, epochs, batches.size());
    }
  }

  private Epochs epochs(Master master, int epochs, int frequency) {
    Training training = new Training(shares, master);
    State state = shares.course().start();
    double[] seconds = new double[epochs];
    for (int epoch = 1; epoch <= epochs; epoch++) {
      long from = System.nanoTime();
      state = master.epoch(state, epoch);
      seconds[epoch - 1] = (System.nanoTime() - from) / 1e9;
    }
    long from = System.nanoTime();
    double loss = shares.course().loss(training.scores(state).held());
    double score = (System.nanoTime() - from) / 1e9;
    int batches = Resident.batches(shares.course(), shares.workers());
    return new Epochs(seconds, score, (batches + frequency - 1) / frequency, loss);
  }

  /** What is to be learned. */
  public Dealt dealt() {
    return dealt;
  }

  @Override
  public void close() {
    shares.close();
    reading.close();
  }
}
