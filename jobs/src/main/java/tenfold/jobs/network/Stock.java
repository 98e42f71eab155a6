package tenfold.jobs.network;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.dataset.DataSet;
import tenfold.core.conf.AveragingSetting;
import tenfold.core.learn.network.Course;
import tenfold.core.learn.network.Diverged;
import tenfold.core.learn.network.State;

/**
 * DL4J's own master, on minibatches that it exports once. It draws which batches come in which
 * round, weighs workers alike and averages in single precision; it is what {@link Resident} is held
 * against.
 */
final class Stock implements Master {

  private final Course course;
  private final JavaSparkContext context;
  private final JavaRDD<DataSet> batches;
  private final ParameterAveragingTrainingMaster master;

  /**
   * A master.
   *
   * @param export directory for the minibatches, on a file system that all executors see
   */
  Stock(Shares shares, AveragingSetting setting, String export) {
    course = shares.course();
    context = JavaSparkContext.fromSparkContext(shares.rdd().context());
    Broadcast<Course> shared = shares.shared();
    int count = Resident.batches(course, shares.workers());
    batches =
        shares
            .rdd()
            .mapPartitionsWithIndex(
                (w, part) -> shared.value().batches(w, part.next(), count).iterator(), true);
    master =
        new ParameterAveragingTrainingMaster.Builder(shares.workers(), course.batch())
            .saveUpdater(true) // its own default would forget momentum in every round
            .batchSizePerWorker(course.batch())
            .averagingFrequency(setting.frequency())
            .aggregationDepth(Math.max(2, setting.depth()))
            .workerPrefetchNumBatches(0)
            .repartionData(Repartition.Never)
            .rddTrainingApproach(RDDTrainingApproach.Export)
            .exportDirectory(export)
            .rngSeed(1)
            .build();
  }

  @Override
  public State epoch(State from, int epoch) {
    MultiLayerNetwork net = course.net(from, epoch);
    SparkDl4jMultiLayer spark = new SparkDl4jMultiLayer(context, net, master);
    spark.fit(batches);
    State state = course.end(spark.getNetwork());
    if (!Double.isFinite(spark.getScore())) {
      throw new Diverged(
          "the cost of a batch of epoch %d is %s".formatted(epoch, spark.getScore()));
    }
    return state;
  }

  @Override
  public void close() {
    master.deleteTempFiles(context);
  }
}
