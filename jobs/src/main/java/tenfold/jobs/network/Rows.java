package tenfold.jobs.network;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.Facts;
import tenfold.core.data.Inputs;
import tenfold.core.data.Labels;
import tenfold.core.data.RawTable;

/** Rows on their way from a block to the worker that will have them. */
final class Rows implements Serializable {

  private static final long serialVersionUID = 1;

  private final long[] rank;
  private final long[] place;
  private final float[][] columns;
  private final double[] target; // indices of classes, row-major of several labels; or numbers
  private final double[] weight; // null: every row counts once

  private Rows(long[] rank, long[] place, float[][] columns, double[] target, double[] weight) {
    this.rank = rank;
    this.place = place;
    this.columns = columns;
    this.target = target;
    this.weight = weight;
  }

  private DoubleStream targets(int row, int each) {
    return Arrays.stream(target, row * each, (row + 1) * each);
  }

  /** What makes rows of blocks. */
  record Maker(RowKeys keys, Inputs inputs, List<String> classes, int labels, double shift)
      implements Serializable {

    /** Returns some rows of a block. */
    Rows of(Block block, int[] which) {
      double[][] all = inputs.of(block);
      float[][] columns = new float[all.length][which.length];
      for (int c = 0; c < all.length; c++) {
        for (int i = 0; i < which.length; i++) {
          columns[c][i] = RawTable.single(all[c][which[i]]);
        }
      }
      int[] label = classes.isEmpty() ? null : Labels.of(block, classes, labels);
      return new Rows(
          Arrays.stream(which).mapToLong(i -> keys.key(block, i).rank()).toArray(),
          Arrays.stream(which).mapToLong(i -> keys.key(block, i).place()).toArray(),
          columns,
          Arrays.stream(which)
              .flatMap(i -> IntStream.range(i * targets(), (i + 1) * targets()))
              .mapToDouble(at -> label == null ? block.target()[at] - shift + 0.0 : label[at])
              .toArray(),
          block.weighted() ? Arrays.stream(which).mapToDouble(block::weight).toArray() : null);
    }

    /** Targets of a row. */
    private int targets() {
      return Math.max(1, labels);
    }

    /** Returns rows as a table, in the order of their keys. */
    RawTable table(List<Rows> parts) {
      int n = parts.stream().mapToInt(p -> p.rank.length).sum();
      int[] part = new int[n];
      int[] row = new int[n];
      int at = 0;
      for (int p = 0; p < parts.size(); p++) {
        for (int i = 0; i < parts.get(p).rank.length; i++) {
          part[at] = p;
          row[at++] = i;
        }
      }
      int[] order =
          IntStream.range(0, n)
              .boxed()
              .sorted(
                  Comparator.comparingLong((Integer i) -> parts.get(part[i]).rank[row[i]])
                      .thenComparingLong(i -> parts.get(part[i]).place[row[i]]))
              .mapToInt(i -> i)
              .toArray();
      float[][] columns = new float[inputs.columns().size()][n];
      for (int c = 0; c < columns.length; c++) {
        for (int i = 0; i < n; i++) {
          columns[c][i] = parts.get(part[order[i]]).columns[c][row[order[i]]];
        }
      }
      double[] target =
          Arrays.stream(order)
              .boxed()
              .flatMapToDouble(i -> parts.get(part[i]).targets(row[i], targets()))
              .toArray();
      boolean weighted = parts.stream().anyMatch(p -> p.weight != null);
      Facts facts =
          new Facts(
              classes,
              classes.isEmpty() ? target : null,
              classes.isEmpty() ? null : Arrays.stream(target).mapToInt(t -> (int) t).toArray(),
              weighted
                  ? Arrays.stream(order)
                      .mapToDouble(i -> parts.get(part[i]).weight[row[i]])
                      .toArray()
                  : null,
              new int[1][n]);
      return new RawTable(inputs, columns, facts);
    }
  }
}
