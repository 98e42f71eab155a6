package tenfold.jobs.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tenfold.core.conf.AveragingSetting;
import tenfold.core.conf.Experiment;
import tenfold.core.conf.Secrets;
import tenfold.core.learn.network.Course;
import tenfold.core.learn.network.Network;
import tenfold.core.learn.network.NetworkFamily;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.network.NetworkModel;
import tenfold.core.learn.network.Share.Scores;
import tenfold.core.learn.network.Topology;
import tenfold.core.metric.Score;
import tenfold.core.model.ModelFiles;
import tenfold.core.model.SavedModel;
import tenfold.core.report.Digits;
import tenfold.core.report.Report;
import tenfold.core.report.Report.TestScore;
import tenfold.core.report.ReportHtml;
import tenfold.core.report.ReportJson;
import tenfold.core.sweep.ByClass;
import tenfold.core.sweep.FoldResult;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Result;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Jobs;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Origins;
import tenfold.jobs.spark.Reach;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.Slots;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.run.Dealt;
import tenfold.jobs.spark.run.Environment;
import tenfold.jobs.spark.run.Phases;
import tenfold.jobs.spark.run.RunDirectory;
import tenfold.jobs.spark.run.RunName;

/**
 * One network, trained by parameter averaging over the executors: lays the rows out, trains epoch
 * by epoch with a checkpoint after each, opens the test part once and writes the run.
 */
public final class Train {

  private final Experiment experiment;
  private String directory;
  private RunDirectory.Existing existing = RunDirectory.Existing.RESUME;
  private Consumer<String> told = note -> {};
  private Consumer<String> shown = line -> {};

  private Train(Experiment experiment) {
    this.experiment = experiment;
    directory = RunName.of(experiment);
  }

  /** Returns the training that {@code experiment} describes, into a new directory. */
  public static Train of(Experiment experiment) {
    return new Train(experiment);
  }

  /** Writes the run into {@code path}, on any Hadoop file system. */
  public Train into(String path) {
    directory = path;
    return this;
  }

  /** Removes a run that is already in the directory. */
  public Train overwrite() {
    existing = RunDirectory.Existing.OVERWRITE;
    return this;
  }

  /** Tells {@code listener} what was decided, a sentence at a time. */
  public Train telling(Consumer<String> listener) {
    told = listener;
    return this;
  }

  /** Shows {@code listener} a line for each epoch. */
  public Train showing(Consumer<String> listener) {
    shown = listener;
    return this;
  }

  /** Where the run is written. */
  public String directory() {
    return directory;
  }

  /** Reads the data that the configuration names and trains. */
  public Report run(SparkSession spark) {
    return run(spark, () -> new Reader(spark).read(experiment.data(), experiment.split()));
  }

  /** Trains on {@code rows}; the configuration's {@code data.path} is not read. */
  public Report run(SparkSession spark, Dataset<Row> rows) {
    return run(spark, () -> new Reader(spark).read(rows, experiment.data(), experiment.split()));
  }

  private Report run(SparkSession spark, Supplier<Reading> read) {
    return Jobs.ofRun(spark.sparkContext(), experiment.name(), () -> trained(spark, read));
  }

  private Report trained(SparkSession spark, Supplier<Reading> read) {
    NetworkGrid named = OneNetwork.of(experiment);
    Store store = Store.at(directory, spark.sparkContext().hadoopConfiguration());
    Reach.of(spark.sparkContext()).writable(store);
    RunDirectory run = RunDirectory.claim(store, experiment.merged(), existing, told);
    Phases phases = new Phases();
    try (Reading reading = phases.time("read", read)) {
      reading.notes().forEach(told);
      Dealt dealt = phases.time("profile", () -> Dealt.of(reading, experiment));
      dealt.notes(experiment.data()).forEach(told);
      Shares.fold(dealt.problem().folds()); // refuses what has none
      NetworkGrid grid =
          OneNetwork.one(
              Origins.read(named, reading.schema(), spark.sparkContext().hadoopConfiguration()));
      int asked =
          experiment
              .averaging()
              .workers()
              .orElseGet(
                  () ->
                      Slots.most(spark.sparkContext())
                          .orElse(spark.sparkContext().defaultParallelism()));
      checkMemory(spark, grid, dealt.problem(), asked);
      Course.require();
      run.begin(Environment.of(spark, reading, dealt)); // nothing is written before
      Checkpoints checkpoints = new Checkpoints(store);
      Optional<Checkpoint> last = checkpoints.last(told);
      int workers = last.map(Checkpoint::workers).orElse(asked);
      if (workers != asked) {
        checkMemory(spark, grid, dealt.problem(), workers);
      }
      try (Shares shares =
          phases.time(
              "lay out", () -> Shares.of(reading.blocks(), dealt.problem(), grid, workers))) {
        return run(reading, dealt, shares, checkpoints, last, run, phases);
      }
    } catch (Throwable e) { // Spark's own are checked exceptions that nobody declares
      run.fail(e);
      throw e;
    }
  }

  private void checkMemory(SparkSession spark, NetworkGrid grid, Problem problem, int workers) {
    long bytes =
        new NetworkFamily(grid)
            .layers(problem.shape()).get(0).stream().mapToLong(Topology.Line::bytes).sum();
    int executors = Math.max(1, spark.sparkContext().getExecutorMemoryStatus().size() - 1);
    OffHeap memory =
        OffHeap.of(bytes, (workers + executors - 1) / executors, spark.sparkContext().getConf());
    memory.check();
    told.accept(
        "%s, each on about %,d rows; an executor takes %s outside of Java's memory, on a cluster:\n%s"
            .formatted(
                Digits.count(workers, "worker"),
                problem.rows() / workers,
                Digits.bytes(memory.networks()),
                memory.lines().stripTrailing()));
  }

  private Report run(
      Reading reading,
      Dealt dealt,
      Shares shares,
      Checkpoints checkpoints,
      Optional<Checkpoint> last,
      RunDirectory run,
      Phases phases) {
    Course course = shares.course();
    try (Master master = master(shares, run.store())) {
      Training training = new Training(shares, master);
      Checkpoint at = last.orElseGet(training::begin);
      last.ifPresent(l -> told.accept("going on after epoch %d".formatted(l.epochs())));
      shown.accept(Progress.head(course));
      while (!training.ended(at)) {
        Checkpoint before = at;
        at = phases.time("train", () -> training.next(before));
        checkpoints.write(at);
        shown.accept(Progress.line(at, course));
      }
      Checkpoint end = at;
      Network network = course.network(end.best(), end.bestEpoch());
      Scores scores = phases.time("score", () -> training.scores(end.best(), end.bestEpoch()));
      Score held = phases.time("score", () -> training.held(network, scores.held()));
      NetworkModel model = course.model(network);
      SavedModel saved = new SavedModel(reading.schema(), options(), model);
      ModelFiles.of(saved).forEach(run.store().child("model")::write);
      Optional<TestScore> test = phases.time("test", () -> dealt.openTest(model, run, experiment));
      Report report = report(reading, dealt, course, end, scores, held, test, phases);
      run.write("report.html", ReportHtml.of(report));
      run.write("report.json", json(report, end));
      checkpoints.remove();
      run.succeed(ExitCode.DONE);
      return report;
    }
  }

  private Master master(Shares shares, Store run) {
    AveragingSetting averaging = experiment.averaging();
    return averaging.master() == AveragingSetting.Master.STOCK
        ? new Stock(shares, averaging, run.child("export").path())
        : new Resident(shares, averaging.frequency(), averaging.depth());
  }

  private Report report(
      Reading reading,
      Dealt dealt,
      Course course,
      Checkpoint end,
      Scores scores,
      Score held,
      Optional<TestScore> test,
      Phases phases) {
    Problem problem = dealt.problem();
    FoldResult fold = new FoldResult(0, Shares.fold(problem.folds()), scores.train().j(), held);
    List<String> notes =
        List.of(
            "trained by averaging over %s; J_cv is of the one held-out fold%s"
                .formatted(
                    Digits.count(end.workers(), "worker"),
                    course.patience().isEmpty()
                        ? ""
                        : ", on which training stopped: the network is that after epoch %d of %d, and J_cv is optimistic"
                            .formatted(end.bestEpoch(), end.epochs())));
    Result result =
        new Result(course.candidate(), FoldResult.outcome(List.of(fold), problem.folds(), notes));
    return new Report(
        experiment.name(),
        reading.schema().task().name().toLowerCase(Locale.ROOT),
        new Report.Rows(problem.rows(), dealt.testSurvey().testRows()),
        1,
        problem.encoder().columns(),
        List.of(result),
        List.of(result),
        result,
        experiment.select(),
        test,
        Optional.empty(),
        List.of(),
        List.of(),
        problem.classes(),
        reading.schema().labels(),
        held.byClass().stream().map(its -> new ByClass(its, List.of())).toList(),
        dealt.baseline(experiment),
        new Report.Spent(1, 1, dealt.engine().passes(), phases.seconds(), List.of()));
  }

  /** The report with the curve of the epochs. */
  private String json(Report report, Checkpoint end) {
    ObjectNode root = (ObjectNode) Json.parse(ReportJson.of(report), "report.json");
    AveragingSetting averaging = experiment.averaging();
    root.putObject("averaging")
        .put("workers", end.workers())
        .put("frequency", averaging.frequency())
        .put("master", averaging.master().name().toLowerCase(Locale.ROOT))
        .put("epochs", end.bestEpoch());
    ArrayNode curve = root.putArray("curve");
    end.curve().forEach(point -> point.write(curve.addObject()));
    return Json.text(root);
  }

  /** How the data are read, without what nobody must see. */
  private Map<String, Object> options() {
    Map<String, Object> options = new TreeMap<>(experiment.data().options());
    options.keySet().removeIf(Secrets::named);
    return options;
  }
}
