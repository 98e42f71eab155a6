package tenfold.core.fold;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import tenfold.core.seed.Seed;

/**
 * How a data set is to be cut: the settings under {@code split}.
 *
 * @param test the part sealed before anything else looks
 * @param scheme how the rest is cross-validated
 * @param seed where all membership comes from
 * @param repeats how many times, each with other folds
 * @param stratify whether every fold gets its share of each class; empty: for classification by one
 *     target
 * @param group columns; rows that agree in all of them stay on one side
 * @param duplicates whether identical rows stay on one side
 * @param orderBy a time column: each fold trains on the past only
 * @param foldColumn the user's own folds, which override all of the above but {@code test} files
 */
public record Split(
    Test test,
    Scheme scheme,
    Seed seed,
    int repeats,
    Optional<Boolean> stratify,
    List<String> group,
    Duplicates duplicates,
    Optional<String> orderBy,
    Optional<String> foldColumn)
    implements Serializable {

  /** The same, by no class. */
  public Split unstratified() {
    return new Split(
        test, scheme, seed, repeats, Optional.of(false), group, duplicates, orderBy, foldColumn);
  }

  /** Where the sealed test part comes from. */
  public sealed interface Test extends Serializable {
    /** A share of the rows, at least 0 and below 1. */
    record Share(double share) implements Test {}

    /** Data of their own. */
    record File(String path) implements Test {}
  }

  /** How the training part is cross-validated. */
  public sealed interface Scheme extends Serializable {
    /** {@code k} folds, each tested once. */
    record KFold(int k) implements Scheme {}

    /** One held-out share of all rows. */
    record HoldOut(double share) implements Scheme {}

    /** Each row (or group of rows) is a fold. */
    record LeaveOneOut() implements Scheme {}

    /** Forests test a row on the trees that did not draw it. */
    record OutOfBag() implements Scheme {}
  }

  /** What becomes of identical rows. */
  public enum Duplicates {
    TOGETHER,
    APART
  }
}
