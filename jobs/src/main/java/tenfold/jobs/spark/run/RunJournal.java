package tenfold.jobs.spark.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import tenfold.core.conf.Experiment;
import tenfold.core.data.DataSettings;
import tenfold.core.sweep.journal.Journal;
import tenfold.jobs.spark.Json;
import tenfold.jobs.spark.Reading;
import tenfold.jobs.spark.Store;
import tenfold.jobs.spark.Unseen;
import tenfold.jobs.spark.UsageException;
import tenfold.jobs.spark.Version;

/**
 * The journal in a run's directory: a file for each finished unit, written where it finished. It
 * may be read along with another run's, of which what is taken is kept here too.
 */
public final class RunJournal implements Journal {

  private static final long serialVersionUID = 1;

  private static final String NAME = "journal";
  private static final String UNIT = ".unit";
  private static final String ASIDE = ".corrupt";

  private final String own;
  private final String other; // null: none
  private final SerializableConfiguration hadoop;

  private RunJournal(String own, String other, Configuration hadoop) {
    this.own = own;
    this.other = other;
    this.hadoop = new SerializableConfiguration(hadoop);
  }

  /** Returns the journal of a run. */
  public static RunJournal of(RunDirectory run, Configuration hadoop) {
    return new RunJournal(run.store().child(NAME).path(), null, hadoop);
  }

  /**
   * The same, with what another run has finished.
   *
   * @param path of that run
   * @param reading the data of this one
   * @throws UsageException if that is no run, or one of other data
   */
  public RunJournal with(String path, Reading reading) {
    Store run = Store.at(path, hadoop.value());
    String environment =
        run.read(RunDirectory.ENVIRONMENT)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--reuse %s: there is no run of Tenfold; name the directory of one"
                            .formatted(path)));
    String found = Json.parse(environment, RunDirectory.ENVIRONMENT).path("data").asText();
    String data = Environment.data(reading.fingerprint());
    if (!found.equals(data)) {
      throw new UsageException(
          "--reuse %s: that run is of other data (fingerprint %s, these have %s); name a run of the same data"
              .formatted(path, found, data));
    }
    return new RunJournal(own, run.child(NAME).path(), hadoop.value());
  }

  /** All that every unit depends on: the release, the rows, what is made of them, and the split. */
  public static String scope(Reading reading, Experiment experiment) {
    DataSettings data = experiment.data();
    return "%s %s %s %s %s %s %s"
        .formatted(
            Version.TENFOLD,
            Environment.data(reading.fingerprint()),
            reading.schema(),
            data.positive(),
            data.weight(),
            data.missing(),
            experiment.split());
  }

  private Store store(String path) {
    return Store.at(path, hadoop.value());
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>(names(own));
    if (other != null) {
      names.addAll(names(other));
    }
    return names;
  }

  private List<String> names(String path) {
    return store(path).list().stream()
        .filter(file -> file.endsWith(UNIT))
        .map(file -> file.substring(0, file.length() - UNIT.length()))
        .toList();
  }

  @Override
  public Optional<byte[]> read(String name) {
    Optional<byte[]> unit = store(own).bytes(name + UNIT);
    if (unit.isPresent() || other == null) {
      return unit;
    }
    Optional<byte[]> taken = store(other).bytes(name + UNIT);
    taken.ifPresent(bytes -> keep(name, bytes));
    return taken;
  }

  /** Looks for the run's directory, which the driver has made. */
  @Override
  public void check() {
    Unseen.check(store(own).parent());
  }

  @Override
  public void keep(String name, byte[] unit) {
    store(own).write(name + UNIT, unit);
  }

  @Override
  public String setAside(String name) {
    store(own).rename(name + UNIT, name + ASIDE);
    return own + "/" + name + ASIDE;
  }
}
