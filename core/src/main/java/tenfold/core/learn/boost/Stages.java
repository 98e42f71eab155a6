package tenfold.core.learn.boost;

/**
 * The trees of a booster as arrays, to tell what it answers after each of its rounds: XGBoost
 * itself would walk the first trees again for every number of rounds.
 *
 * <p>A node has three integers: its left child, which the right one follows, where {@link Codes}
 * have its feature, and what the code there must be below to go left. A leaf is its own left child
 * and sends every row there, so that all walks through a tree take as many steps and none of them
 * branches. Sums are single precision in the order of the trees, as XGBoost's are.
 *
 * <p>Cost: {@code depth} steps for a row and tree. Size: 16 bytes a node.
 */
public final class Stages {

  /** Integers of a node. */
  static final int INTS = 3;

  private final int classes;
  private final float[] base;
  private final int[] nodes;
  private final float[] values; // of leaves
  private final int[] roots;
  private final int[] depths;

  private Stages(
      int classes, float[] base, int[] nodes, float[] values, int[] roots, int[] depths) {
    this.classes = classes;
    this.base = base;
    this.nodes = nodes;
    this.values = values;
    this.roots = roots;
    this.depths = depths;
  }

  /**
   * Returns the trees of a booster.
   *
   * @param file as XGBoost writes it
   * @param classes that it tells apart; 0 for a regression
   */
  public static Stages of(byte[] file, int classes) {
    BoosterFile booster = BoosterFile.read(file);
    int trees = booster.trees().size();
    int size = booster.trees().stream().mapToInt(BoosterFile.Tree::nodes).sum();
    int[] nodes = new int[INTS * size];
    float[] values = new float[size];
    int[] roots = new int[trees + 1];
    int[] depths = new int[trees];
    for (int t = 0; t < trees; t++) {
      Flat flat = new Flat(booster.features(), nodes, values, roots[t]);
      depths[t] = flat.add(booster.trees().get(t));
      roots[t + 1] = flat.end();
    }
    float[] base = Answers.sums(booster.scores(), classes);
    return new Stages(classes, base, nodes, values, roots, depths);
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
    int root = roots[tree];
    int depth = depths[tree];
    int[] code = rows.values();
    for (int i = 0; i < rows.rows(); i++) {
      int row = i * rows.width();
      int node = root;
      for (int step = 0; step < depth; step++) {
        int at = INTS * node;
        // -1 where the code is below and 0 where it is not
        long side = ((long) code[row + nodes[at + 1]] - nodes[at + 2]) >> 63;
        node = nodes[at] + 1 + (int) side;
      }
      sums[i * base.length + output] += values[node];
    }
  }
}
