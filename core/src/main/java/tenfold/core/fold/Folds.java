package tenfold.core.fold;

import java.io.Serializable;
import tenfold.core.data.Block;

/**
 * The part of every row: the outcome of a {@link Split} on a data set. A function of the row, so
 * any executor can ask it about any block.
 *
 * <p>Parts are numbered 0 to {@code folds() - 1}; {@link #TEST} is the sealed test part and {@link
 * #NEVER} are rows that train but are never tested (the first block of an ordered split, the
 * training share of a hold-out). Where {@link #leaveOneOut()} holds, every training row has part 0
 * and rows with equal {@link #units} leave together. Where {@link #outOfBag()} holds, there are no
 * folds and every training row is {@link #NEVER}: its forest is its test.
 */
public interface Folds extends Serializable {

  /** The part of rows sealed for the test. */
  int TEST = -1;

  /** The part of rows that train and are never tested. */
  int NEVER = -2;

  /** Number of folds tested in one repeat; 1 under leave-one-out, 0 out of bag. */
  int folds();

  /**
   * How many models cross-validate one candidate in one repeat: one for each fold, or for each unit
   * left out; 1 out of bag.
   */
  default long models() {
    return folds();
  }

  /** How many times the rows are cut into folds. */
  default int repeats() {
    return 1;
  }

  /** Whether a fold trains on earlier parts only. */
  default boolean ordered() {
    return false;
  }

  /** Whether every row, or group of rows, is tested by itself. */
  default boolean leaveOneOut() {
    return false;
  }

  /** Whether a forest tests each row on those of its trees that did not draw it. */
  default boolean outOfBag() {
    return false;
  }

  /**
   * The part of each row of the block in a repeat: 0 to folds-1, {@link #TEST} or {@link #NEVER}.
   */
  int[] of(Block block, int repeat);

  /** For leave-one-out and out of bag: what leaves together, as a key for each row. */
  default long[] units(Block block) {
    return block.key();
  }

  /** Whether rows of {@code part} train the model that is tested on {@code fold}. */
  default boolean trains(int part, int fold) {
    return part == NEVER || (part >= 0 && (ordered() ? part < fold : part != fold));
  }
}
