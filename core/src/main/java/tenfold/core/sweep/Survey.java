package tenfold.core.sweep;

import java.io.Serializable;
import tenfold.core.data.Profile;
import tenfold.core.data.Schema;

/**
 * What the pass before the sweep gathers: the profile of the training part, and how many rows each
 * part has.
 */
public final class Survey implements Serializable {

  private static final long serialVersionUID = 1;

  private final Profile profile;
  private long testRows;
  private long testFingerprint;

  Survey(Schema schema) {
    profile = new Profile(schema);
  }

  void addTestRow(long keyBits) {
    testRows++;
    testFingerprint += keyBits;
  }

  void merge(Survey other) {
    profile.merge(other.profile);
    testRows += other.testRows;
    testFingerprint += other.testFingerprint;
  }

  /** The training part, held-out folds too. */
  public Profile profile() {
    return profile;
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
