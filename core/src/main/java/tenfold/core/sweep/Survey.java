package tenfold.core.sweep;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenfold.core.data.Profile;
import tenfold.core.data.Schema;
import tenfold.core.fold.Folds;

/**
 * What the pass before the sweep gathers: the profile of the training part, and how many rows each
 * part has.
 */
public final class Survey implements Serializable {

  private static final long serialVersionUID = 1;

  private final Schema schema;
  private final Profile profile;
  private final Tally tally;
  private long testRows;
  private long testFingerprint;

  Survey(Schema schema, Folds folds) {
    this.schema = schema;
    profile = new Profile(schema);
    tally = new Tally(folds);
  }

  void addTestRow(long keyBits) {
    testRows++;
    testFingerprint += keyBits;
  }

  void merge(Survey other) {
    profile.merge(other.profile);
    tally.merge(other.tally);
    testRows += other.testRows;
    testFingerprint += other.testFingerprint;
  }

  /** The training part, held-out folds too. */
  public Profile profile() {
    return profile;
  }

  /** The classes of the training part by the parts that its rows are in. */
  Tally tally() {
    return tally;
  }

  /** The same of each target. */
  List<Tally> tallies() {
    return schema.labels().isEmpty()
        ? List.of(tally)
        : IntStream.range(0, schema.labels().size()).mapToObj(tally::label).toList();
  }

  /**
   * What the rows of each class of a target weigh in the training part, in the order of their
   * names; one for each target.
   */
  public List<Map<String, Double>> classWeights() {
    return tallies().stream().map(Tally::weights).toList();
  }

  /** Rows sealed for the test. */
  public long testRows() {
    return testRows;
  }

  /** A hash of the set of test rows, whatever their order: equal test parts agree. */
  public long testFingerprint() {
    return testFingerprint;
  }
}
