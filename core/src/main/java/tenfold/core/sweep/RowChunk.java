package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;

/** The training rows of one block, without their inputs. */
final class RowChunk implements Serializable {

  private static final long serialVersionUID = 1;

  private final long[] key;
  private final double[] target;
  private final String[] labels;
  private final double[] weight;
  private final int[][] part;
  private final long[] unit;

  private RowChunk(
      long[] key, double[] target, String[] labels, double[] weight, int[][] part, long[] unit) {
    this.key = key;
    this.target = target;
    this.labels = labels;
    this.weight = weight;
    this.part = part;
    this.unit = unit;
  }

  static RowChunk of(Block block, Folds folds) {
    int[][] part = new int[folds.repeats()][];
    Arrays.setAll(part, r -> folds.of(block, r));
    int[] rows = training(part[0]);
    long[] unit = folds.leaveOneOut() || folds.outOfBag() ? folds.units(block) : null;
    return new RowChunk(
        Arrays.stream(rows).mapToLong(i -> block.key()[i]).toArray(),
        Arrays.stream(rows).mapToDouble(i -> block.target()[i]).toArray(),
        block.labels(),
        block.weighted() ? Arrays.stream(rows).mapToDouble(block::weight).toArray() : null,
        Arrays.stream(part)
            .map(its -> Arrays.stream(rows).map(i -> its[i]).toArray())
            .toArray(int[][]::new),
        unit == null ? null : Arrays.stream(rows).mapToLong(i -> unit[i]).toArray());
  }

  /** Which rows of a block are of the training part. */
  static int[] training(int[] part) {
    return IntStream.range(0, part.length).filter(i -> part[i] != Folds.TEST).toArray();
  }

  /** Number of rows. */
  int rows() {
    return key.length;
  }

  long[] key() {
    return key;
  }

  /** Regression: the numbers to predict. Classification: indices into {@link #labels}. */
  double[] target() {
    return target;
  }

  /** Classification: distinct labels of the block; null for regression. */
  String[] labels() {
    return labels;
  }

  /** Weight of each row, or null where every row counts once. */
  double[] weight() {
    return weight;
  }

  /** Part of each row in a repeat. */
  int[] part(int repeat) {
    return part[repeat];
  }

  /** Under leave-one-out and out of bag: what leaves together, a key for each row; else null. */
  long[] unit() {
    return unit;
  }
}
