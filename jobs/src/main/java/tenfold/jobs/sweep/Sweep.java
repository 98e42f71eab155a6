package tenfold.jobs.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import tenfold.core.conf.Experiment;
import tenfold.core.conf.Secrets;
import tenfold.core.data.Block;
import tenfold.core.data.Fitted;
import tenfold.core.fold.Folds;
import tenfold.core.model.ModelFiles;
import tenfold.core.model.SavedModel;
import tenfold.core.report.Digits;
import tenfold.core.report.PlanJson;
import tenfold.core.report.Report;
import tenfold.core.report.Report.TestScore;
import tenfold.core.report.ReportCsv;
import tenfold.core.report.ReportHtml;
import tenfold.core.report.ReportJson;
import tenfold.core.sweep.ByClass;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Contender;
import tenfold.core.sweep.Contest;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Importance;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Selection;
import tenfold.core.sweep.SweptFamilies;
import tenfold.core.sweep.journal.Journaled;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Jobs;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.ParquetRows;
import tenfold.jobs.spark.Reach;
import tenfold.jobs.spark.Reader;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.SparkModel;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.run.Environment;
import tenfold.jobs.spark.run.Meter;
import tenfold.jobs.spark.run.PastRuns;
import tenfold.jobs.spark.run.Phases;
import tenfold.jobs.spark.run.RunDirectory;
import tenfold.jobs.spark.run.RunJournal;
import tenfold.jobs.spark.run.RunLock;
import tenfold.jobs.spark.run.RunName;

/**
 * A sweep as a program runs it: cross-validates every candidate, picks one, refits it on all of the
 * training part, opens the test part once and writes the run.
 *
 * <pre>{@code
 * Experiment experiment = Experiment.read(Path.of("conf/concrete.conf"), List.of());
 * Run run = Sweep.of(experiment).run(spark, rows);
 * Dataset<Row> scored = run.model().transform(others);
 * }</pre>
 */
public final class Sweep {

  private final Experiment experiment;
  private String directory;
  private RunDirectory.Existing existing = RunDirectory.Existing.RESUME;
  private Optional<String> reused = Optional.empty();
  private Consumer<String> told = note -> {};

  private Sweep(Experiment experiment) {
    this.experiment = experiment;
    this.directory = RunName.of(experiment);
  }

  /**
   * Returns the sweep that {@code experiment} describes, into a new directory under {@code
   * output.runs}.
   */
  public static Sweep of(Experiment experiment) {
    return new Sweep(experiment);
  }

  /** Writes the run into {@code path}, on any Hadoop file system. */
  public Sweep into(String path) {
    directory = path;
    return this;
  }

  /** Removes a run that is already in the directory. */
  public Sweep overwrite() {
    existing = RunDirectory.Existing.OVERWRITE;
    return this;
  }

  /** Takes what the run in {@code path}, one of the same data, has finished. */
  public Sweep reusing(String path) {
    reused = Optional.of(path);
    return this;
  }

  /** Tells {@code listener} what was decided about the data, a sentence at a time. */
  public Sweep telling(Consumer<String> listener) {
    told = listener;
    return this;
  }

  /** Reads the data that the configuration names and sweeps them. */
  public Run run(SparkSession spark) {
    return run(spark, reader(spark), reading -> false).orElseThrow();
  }

  /**
   * Reads the data and sweeps them, unless they and the configuration are those of the last
   * finished run of that name beside this one: then nothing is written. Of several processes that
   * do so for one name at a time, all but one are refused.
   *
   * @param same told the directory of that run
   * @return the run; empty if there was no need for one
   */
  public Optional<Run> runIfChanged(SparkSession spark, Consumer<String> same) {
    Store runs = Store.at(directory, spark.sparkContext().hadoopConfiguration()).parent();
    RunLock name =
        RunLock.claim(
            runs,
            ".%s.lock".formatted(RunName.inFiles(experiment)),
            "the name '%s' in %s".formatted(experiment.name(), runs.path()),
            told);
    try {
      return run(
          spark,
          reader(spark),
          reading -> {
            Optional<Store> last = PastRuns.same(runs, experiment, reading.fingerprint());
            last.map(Store::path).ifPresent(same);
            return last.isPresent();
          });
    } finally {
      name.release();
    }
  }

  private Supplier<Reading> reader(SparkSession spark) {
    return () -> new Reader(spark).read(experiment.data(), experiment.split());
  }

  /** Sweeps {@code rows}; the configuration's {@code data.path} is not read. */
  public Run run(SparkSession spark, Dataset<Row> rows) {
    Supplier<Reading> read =
        () -> new Reader(spark).read(rows, experiment.data(), experiment.split());
    return run(spark, read, reading -> false).orElseThrow();
  }

  private Optional<Run> run(
      SparkSession spark, Supplier<Reading> read, Predicate<Reading> unneeded) {
    return Jobs.ofRun(spark.sparkContext(), experiment.name(), () -> swept(spark, read, unneeded));
  }

  private Optional<Run> swept(
      SparkSession spark, Supplier<Reading> read, Predicate<Reading> unneeded) {
    Store store = Store.at(directory, spark.sparkContext().hadoopConfiguration());
    Reach.of(spark.sparkContext()).writable(store);
    RunDirectory run = RunDirectory.claim(store, experiment.merged(), existing, told);
    Phases phases = new Phases();
    Meter meter = Meter.on(spark);
    try (Reading reading = phases.time("read", read)) {
      if (unneeded.test(reading)) {
        run.leave();
        return Optional.empty();
      }
      reading.notes().forEach(told);
      try (Prepared prepared =
          phases.time(
              "profile",
              () ->
                  Prepared.of(
                      reading,
                      experiment,
                      Families.of(
                          experiment,
                          reading.schema(),
                          spark.sparkContext().hadoopConfiguration())))) {
        prepared.dealt().notes(experiment.data()).forEach(told);
        if (prepared.placed().partitioned()) {
          prepared.placed().whereTreesGrow().forEach(told);
        }
        Journaled engine = journaled(prepared.engine(), run, reading); // refuses before it begins
        run.begin(Environment.of(spark, reading, prepared.dealt()));
        return Optional.of(run(reading, prepared, engine, run, phases, meter));
      }
    } catch (Throwable e) { // Spark's own are checked exceptions that nobody declares
      run.fail(e);
      throw e;
    } finally {
      meter.stop();
    }
  }

  private Run run(
      Reading reading,
      Prepared prepared,
      Journaled engine,
      RunDirectory run,
      Phases phases,
      Meter meter) {
    run.write("plan.json", Json.text(PlanJson.of(prepared.plan())));
    Folds folds = prepared.problem().folds();
    List<String> ids = reading.schema().ids();
    JavaRDD<Block> blocks = prepared.engine().blocks();
    phases.time(
        "write",
        () ->
            ParquetRows.write(blocks, run.store().child("folds"), new Tables.FoldRows(ids, folds)));

    SweptFamilies swept = phases.time("sweep", () -> sweep(prepared, engine));
    if (engine.found() > 0) {
      told.accept(
          "%s found in the journal and not worked again"
              .formatted(Digits.count(engine.found(), "finished unit")));
    }
    Selection selection = new Selection(experiment.select(), swept::compareComplexity);
    List<Result> results = selection.comparable(swept.results());
    run.write("candidates.csv", ReportCsv.of(results)); // also where none of them can win
    List<Result> ranking = selection.ranking(results);
    Result best = selection.winner(results);
    Candidate winner = best.candidate();

    Fitted model = phases.time("refit", () -> swept.refit(winner));
    List<Importance> importance = phases.time("refit", () -> swept.importance(winner));
    OutOfFold outOfFold = phases.time("refit", () -> swept.outOfFold(winner));
    List<Contender> contest =
        phases.time("compare", () -> contest(prepared, swept).of(ranking, best));
    List<ByClass> byClass = phases.time("compare", () -> byClass(prepared, outOfFold));
    phases.time(
        "write",
        () ->
            ParquetRows.write(
                blocks,
                run.store().child("predictions"),
                new Tables.PredictionRows(
                    ids,
                    prepared.problem().classes(),
                    reading.schema().labels(),
                    folds,
                    outOfFold)));
    SavedModel saved = new SavedModel(reading.schema(), options(), model);
    ModelFiles.of(saved).forEach(run.store().child("model")::write);

    Optional<TestScore> test =
        phases.time("test", () -> prepared.dealt().openTest(model, run, experiment));
    Report report =
        new Report(
            experiment.name(),
            reading.schema().task().name().toLowerCase(Locale.ROOT),
            new Report.Rows(prepared.problem().rows(), prepared.dealt().testSurvey().testRows()),
            folds.outOfBag() ? 0 : folds.models(),
            prepared.problem().encoder().columns(),
            results,
            ranking,
            best,
            experiment.select(),
            test,
            TreeNodes.of(model, prepared.dealt().survey().profile()),
            importance,
            contest,
            prepared.problem().classes(),
            reading.schema().labels(),
            byClass,
            prepared.dealt().baseline(experiment),
            new Report.Spent(
                prepared.plan().models(),
                prepared.plan().fits(),
                engine.passes(),
                phases.seconds(),
                meter.tasks()));
    run.write("report.html", ReportHtml.of(report));
    run.write("report.json", ReportJson.of(report));
    run.succeed(report.failed().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED);
    return new Run(report, directory, new SparkModel(saved));
  }

  /** How the data are read, without what nobody must see. */
  private Map<String, Object> options() {
    Map<String, Object> options = new TreeMap<>(experiment.data().options());
    options.keySet().removeIf(Secrets::named);
    return options;
  }

  private Journaled journaled(SparkEngine engine, RunDirectory run, Reading reading) {
    RunJournal own = RunJournal.of(run, engine.blocks().context().hadoopConfiguration());
    RunJournal journal = reused.map(other -> own.with(other, reading)).orElse(own);
    return new Journaled(engine, journal, RunJournal.scope(reading, experiment), told);
  }

  private SweptFamilies sweep(Prepared prepared, Engine engine) {
    Set<String> asked = Set.of(experiment.select().by());
    return SweptFamilies.of(prepared.placed().families(), engine, prepared.problem(), asked);
  }

  private Contest contest(Prepared prepared, SweptFamilies swept) {
    return new Contest(experiment.select(), prepared.engine(), prepared.problem(), swept);
  }

  private static List<ByClass> byClass(Prepared prepared, OutOfFold winner) {
    return prepared.problem().classes().isEmpty()
        ? List.of()
        : ByClass.of(prepared.engine(), prepared.problem(), winner);
  }
}
