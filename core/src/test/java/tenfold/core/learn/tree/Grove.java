package tenfold.core.learn.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Feature;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;

/** Trees and rows made up at random, over two numbers and a name. */
public final class Grove {

  /** The columns, whose name has three levels and one for missing. */
  public static final Inputs INPUTS =
      new Inputs(
          List.of(
              new Inputs.Input("a", Kind.NUMBER, List.of(), false),
              new Inputs.Input("kind", Kind.NAME, List.of("k0", "k1", "ü \"2\""), true),
              new Inputs.Input("b", Kind.NUMBER, List.of(), false)));

  private Grove() {}

  /** The schema of {@link #INPUTS} and a target. */
  public static Schema schema(Task task) {
    return new Schema(
        INPUTS.columns().stream().map(i -> new Feature(i.name(), i.kind())).toList(),
        "y",
        task,
        List.of());
  }

  /**
   * A tree of {@code splits} splits at random leaves; regressions have values within ±{@code 8}.
   */
  public static Tree tree(Random random, int splits, int outputs) {
    int n = 2 * splits + 1;
    int[] column = new int[n];
    double[] threshold = new double[n];
    boolean[] missingLeft = new boolean[n];
    int[] left = new int[n];
    double[] gain = new double[n];
    double[] rows = new double[n];
    double[] values = new double[n * outputs];
    List<Integer> leaves = new ArrayList<>(List.of(0));
    for (int s = 0; s < splits; s++) {
      int node = leaves.remove(random.nextInt(leaves.size()));
      left[node] = 2 * s + 1;
      leaves.addAll(List.of(left[node], left[node] + 1));
      column[node] = random.nextInt(INPUTS.columns().size());
      boolean name = column[node] == 1;
      threshold[node] = name ? random.nextInt(4) : random.nextInt(9) / 4.0 - 1;
      missingLeft[node] = !name && random.nextBoolean();
      gain[node] = random.nextDouble();
    }
    leaves.forEach(leaf -> column[leaf] = -1);
    for (int node = 0; node < n; node++) {
      for (int c = 0; c < outputs; c++) {
        double value = outputs == 1 ? 16 * random.nextDouble() - 8 : random.nextInt(50);
        values[node * outputs + c] = value;
        rows[node] += outputs == 1 ? 7 : value;
      }
      if (outputs > 1 && rows[node] == 0) {
        values[node * outputs] = rows[node] = 0.5;
      }
    }
    return new Tree(outputs, column, threshold, missingLeft, left, gain, rows, values);
  }

  /** Rows some of whose values are at thresholds, missing, or levels that nobody knows. */
  public static Block block(Random random, int rows) {
    BlockBuilder builder = new BlockBuilder(schema(Task.REGRESSION), Set.of());
    for (int i = 0; i < rows; i++) {
      builder.number(0, number(random));
      builder.number(1, number(random));
      int level = random.nextInt(5);
      builder.name(0, level == 4 ? null : level == 3 ? "never seen" : level(level));
      builder.target(0.0);
      builder.endRow();
    }
    return builder.build();
  }

  private static String level(int l) {
    return INPUTS.columns().get(1).levels().get(l);
  }

  private static double number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Double.NaN;
      case 1 -> random.nextGaussian();
      default -> random.nextInt(9) / 4.0 - 1;
    };
  }

  /** Row {@code i} of the block as inputs. */
  public static double[] row(Block block, int i) {
    double[][] columns = INPUTS.of(block);
    return new double[] {columns[0][i], columns[1][i], columns[2][i]};
  }

  /** The leaf of a row, by the words of {@link Tree}. */
  public static int leaf(Tree tree, double[] row, int node) {
    if (tree.leaf(node)) {
      return node;
    }
    double value = row[tree.column(node)];
    boolean right =
        tree.column(node) == 1
            ? value == tree.threshold(node)
            : Double.isNaN(value) ? !tree.missingLeft(node) : value > tree.threshold(node);
    return leaf(tree, row, right ? tree.right(node) : tree.left(node));
  }

  /** Bytes that the calling thread allocates in 1,000 runs, once the code is warm. */
  public static long allocated(Runnable work) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 20; attempt++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int run = 0; run < 1000; run++) {
        work.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
