package tenfold.jobs.spark.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataSettings;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.journal.Journal;
import tenfold.core.sweep.journal.Journaled;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.SparkEngine;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.Version;

/** The journal in a run's directory: a file for each finished unit, written where it finished. */
public final class RunJournal implements Journal {

  private static final long serialVersionUID = 1;

  private static final String NAME = "journal";
  private static final String UNIT = ".unit";
  private static final String ASIDE = ".corrupt";

  private final String path;
  private final SerializableConfiguration hadoop;

  private RunJournal(String path, Configuration hadoop) {
    this.path = path;
    this.hadoop = new SerializableConfiguration(hadoop);
  }

  /**
   * Returns an engine that keeps what it works in the journal of a run.
   *
   * @param told of units that cannot be used, a sentence each
   */
  public static Engine over(
      SparkEngine engine,
      RunDirectory run,
      Reading reading,
      Experiment experiment,
      Consumer<String> told) {
    RunJournal journal = of(run, engine.blocks().context().hadoopConfiguration());
    return new Journaled(engine, journal, scope(reading, experiment), told);
  }

  /** All that every unit depends on: the release, the rows, what is made of them, and the split. */
  private static String scope(Reading reading, Experiment experiment) {
    DataSettings data = experiment.data();
    return "%s %016x %s %s %s %s %s"
        .formatted(
            Version.TENFOLD,
            reading.fingerprint(),
            reading.schema(),
            data.positive(),
            data.weight(),
            data.missing(),
            experiment.split());
  }

  /** Returns the journal of a run. */
  private static RunJournal of(RunDirectory run, Configuration hadoop) {
    return new RunJournal(run.store().child(NAME).path(), hadoop);
  }

  private Store store() {
    return Store.at(path, hadoop.value());
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    for (String file : store().list()) {
      if (file.endsWith(UNIT)) {
        names.add(file.substring(0, file.length() - UNIT.length()));
      }
    }
    return names;
  }

  @Override
  public Optional<byte[]> read(String name) {
    return store().bytes(name + UNIT);
  }

  @Override
  public void keep(String name, byte[] unit) {
    store().write(name + UNIT, unit);
  }

  @Override
  public String setAside(String name) {
    store().rename(name + UNIT, name + ASIDE);
    return path + "/" + name + ASIDE;
  }
}
