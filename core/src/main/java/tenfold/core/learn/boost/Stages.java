package tenfold.core.learn.boost;

import java.util.Arrays;

/**
 * The trees of a booster as arrays, to tell what it answers after each of its rounds: XGBoost
 * itself would walk the first trees again for every number of rounds.
 *
 * <p>A node has four integers: where its left child is, which the right one follows, where {@link
 * Codes} have its feature, what the code there must be below to go left, and the bits of a leaf's
 * value. A leaf is its own left child and sends every row there, so that all walks through a tree
 * take as many steps: some rows take each step together, and none waits for another's. Sums are
 * single precision in the order of the trees, as XGBoost's are.
 *
 * <p>Cost: {@code depth} steps for a row and tree. Size: 16 bytes a node.
 */
public final class Stages {

  /** Integers of a node. */
  static final int INTS = 4;

  /** Rows that walk together: the processor's nearest memory holds their codes. */
  static final int TOGETHER = 64;

  private final int classes;
  private final float[] base;
  private final int[] nodes;
  private final int[] roots;
  private final int[] depths;

  private Stages(int classes, float[] base, int[] nodes, int[] roots, int[] depths) {
    this.classes = classes;
    this.base = base;
    this.nodes = nodes;
    this.roots = roots;
    this.depths = depths;
  }

  /**
   * Returns the trees of a booster.
   *
   * @param file as XGBoost writes it
   * @param classes that it tells apart; 0 for a regression
   * @throws IllegalStateException if it has more nodes than one array holds
   */
  public static Stages of(byte[] file, int classes) {
    return of(BoosterFile.read(file), classes);
  }

  static Stages of(BoosterFile booster, int classes) {
    int trees = booster.trees().size();
    int[] nodes = new int[length(booster)];
    int[] roots = new int[trees + 1];
    int[] depths = new int[trees];
    for (int t = 0; t < trees; t++) {
      Flat flat = new Flat(booster.features(), nodes, roots[t]);
      depths[t] = flat.add(booster.trees().get(t));
      roots[t + 1] = flat.end();
    }
    float[] base = Answers.sums(booster.scores(), classes);
    return new Stages(classes, base, nodes, roots, depths);
  }

  private static int length(BoosterFile booster) {
    long nodes = booster.trees().stream().mapToLong(BoosterFile.Tree::nodes).sum();
    long most = (Integer.MAX_VALUE - 8) / INTS;
    if (nodes > most) {
      throw new IllegalStateException(
          "a booster of %,d trees has %,d nodes, but %,d can be walked; use fewer rounds or a smaller max-depth"
              .formatted(booster.trees().size(), nodes, most));
    }
    return INTS * (int) nodes;
  }

  /** Number of rounds. */
  public int rounds() {
    return depths.length / base.length;
  }

  /** Returns so many rows' sums before the first round: row-major, one for each output. */
  public float[] begin(int rows) {
    float[] sums = new float[rows * base.length];
    for (int i = 0; i < sums.length; i += base.length) {
      System.arraycopy(base, 0, sums, i, base.length);
    }
    return sums;
  }

  /** Adds what the trees of a round, from 0, say of each row to its sums. */
  public void add(int round, Codes rows, float[] sums) {
    for (int output = 0; output < base.length; output++) {
      add(round * base.length + output, rows, sums, output);
    }
  }

  /** Returns the predictions that sums stand for, as {@link Answers} has them. */
  public double[] predictions(float[] sums) {
    return Answers.ofSums(sums, classes);
  }

  private void add(int tree, Codes rows, float[] sums, int output) {
    int[] at = new int[TOGETHER];
    for (int from = 0; from < rows.rows(); from += TOGETHER) {
      int n = Math.min(TOGETHER, rows.rows() - from);
      Arrays.fill(at, 0, n, INTS * roots[tree]);
      for (int step = 0; step < depths[tree]; step++) {
        step(at, n, rows.values(), from * rows.width(), rows.width());
      }
      for (int i = 0; i < n; i++) {
        sums[(from + i) * base.length + output] += Float.intBitsToFloat(nodes[at[i] + 3]);
      }
    }
  }

  /** Takes {@code n} rows, the first of which has its codes from {@code row}, a step down. */
  private void step(int[] at, int n, int[] code, int row, int width) {
    int its = row;
    for (int i = 0; i < n; i++) {
      int node = at[i];
      int left = nodes[node];
      at[i] = code[its + nodes[node + 1]] < nodes[node + 2] ? left : left + INTS;
      its += width;
    }
  }
}
