package tenfold.core.sweep;

/**
 * The size of a sweep's data.
 *
 * @param rows rows of the training part
 * @param numbers number columns
 * @param indicators 0/1 columns that names become
 * @param names name columns
 * @param folds folds in one repeat; 0 out of bag
 * @param repeats cuts into folds
 * @param models models that one candidate is cross-validated by, over all repeats
 * @param leaveOneOut whether each row is a fold
 * @param classes of the target, two for each of several labels; 0 for a regression
 * @param labels that are predicted at once; 0 where there is one target
 */
public record Shape(
    long rows,
    int numbers,
    int indicators,
    int names,
    int folds,
    int repeats,
    long models,
    boolean leaveOneOut,
    int classes,
    int labels) {

  /** The size of data of so many rows that are like these. */
  public Shape ofRows(long number) {
    return new Shape(
        number,
        numbers,
        indicators,
        names,
        folds,
        repeats,
        leaveOneOut ? Math.round((double) models / rows * number) : models,
        leaveOneOut,
        classes,
        labels);
  }

  /** Whether forests test each row on those of their trees that did not draw it. */
  public boolean outOfBag() {
    return folds == 0;
  }
}
