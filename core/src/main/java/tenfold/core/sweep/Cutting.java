package tenfold.core.sweep;

import java.io.Serializable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tenfold.core.data.Cases;
import tenfold.core.fold.Folds;

/**
 * The ways in which the rows of a table are parted into those that train and those that are held
 * out: a cut for each fold of each repeat, repeat by repeat; or the one cut that holds nothing out.
 */
public final class Cutting implements Serializable {

  private static final long serialVersionUID = 1;

  private final Folds folds; // null: nothing is held out

  private Cutting(Folds folds) {
    this.folds = folds;
  }

  /** Returns the cuts of these folds; out of bag, nothing is held out. */
  public static Cutting of(Folds folds) {
    return new Cutting(folds.outOfBag() ? null : folds);
  }

  /** Returns the cut that trains on all rows. */
  public static Cutting none() {
    return new Cutting(null);
  }

  /** Number of cuts. */
  public int count() {
    return folds == null ? 1 : Math.toIntExact(folds.models() * folds.repeats());
  }

  /** Which repeat a cut is of. */
  public int repeat(int cut) {
    return cut / inRepeat();
  }

  /** Which fold a cut holds out. */
  public int fold(int cut) {
    return cut % inRepeat();
  }

  /** Number of cuts of each repeat. */
  public int inRepeat() {
    return folds == null ? 1 : Math.toIntExact(folds.models());
  }

  /**
   * Names a cut of some folds.
   *
   * @param fold held out; -1: none
   */
  public record Cut(int repeat, int fold) {}

  /** The name of a cut. */
  public Cut name(int cut) {
    return folds == null ? new Cut(0, -1) : new Cut(repeat(cut), fold(cut));
  }

  /** What a cut is called: "fold 3/10", say. */
  public String label(int cut) {
    if (folds == null) {
      return "all rows";
    }
    String fold = "fold %d/%d".formatted(fold(cut) + 1, inRepeat());
    return folds.repeats() == 1 ? fold : "repeat %d · %s".formatted(repeat(cut) + 1, fold);
  }

  /** Whether row {@code i} trains in a cut. */
  public boolean trains(Cases cases, int cut, int i) {
    return folds == null || folds.trains(cases.part(repeat(cut))[i], fold(cut));
  }

  /** Whether row {@code i} is held out in a cut. */
  public boolean holds(Cases cases, int cut, int i) {
    return folds != null && cases.part(repeat(cut))[i] == fold(cut);
  }

  /** The rows that train in a cut, ascending. */
  public int[] training(Cases cases, int cut) {
    return rows(cases, i -> trains(cases, cut, i));
  }

  /** The rows held out in a cut, ascending. */
  public int[] held(Cases cases, int cut) {
    return rows(cases, i -> holds(cases, cut, i));
  }

  private static int[] rows(Cases cases, IntPredicate which) {
    return IntStream.range(0, cases.rows()).filter(which).toArray();
  }
}
