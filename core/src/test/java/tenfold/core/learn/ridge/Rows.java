package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Encoder;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Profile;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.ThreadEngine;

/** A small table for tests, its rows' parts written down, and what is made of it. */
final class Rows {

  final double[][] x;
  final String[] level;
  final double[] y;
  final double[] weight;
  final int[][] part;
  long[] unit;
  boolean ordered;
  boolean leaveOneOut;

  /**
   * Rows of number columns {@code x[i]}, an optional name, a target, a weight and parts by repeat.
   */
  Rows(double[][] x, String[] level, double[] y, double[] weight, int[]... part) {
    this.x = x;
    this.level = level;
    this.y = y;
    this.weight = weight;
    this.part = part;
    unit = IntStream.range(0, y.length).mapToLong(i -> i).toArray();
  }

  /** {@code n} rows of {@code d} normal columns, a curved noisy target, folds dealt in turn. */
  static Rows random(int n, int d, int folds, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x[i][j] = 10 * j + (1 + j) * random.nextGaussian();
      }
      y[i] = 100 + 2 * x[i][0] + x[i][0] * x[i][d - 1] / 5 + random.nextGaussian();
    }
    double[] one = new double[n];
    Arrays.fill(one, 1);
    return new Rows(x, null, y, one, IntStream.range(0, n).map(i -> i % folds).toArray());
  }

  /** The same rows with random names of {@code levels} levels. */
  Rows named(int levels, long seed) {
    Random random = new Random(seed);
    String[] names = new String[y.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = "level" + random.nextInt(levels);
    }
    return like(names, weight);
  }

  /** The same rows with random whole weights from 1 to 4. */
  Rows weighted(long seed) {
    Random random = new Random(seed);
    return like(level, Arrays.stream(weight).map(w -> 1 + random.nextInt(4)).toArray());
  }

  private Rows like(String[] names, double[] weights) {
    Rows out = new Rows(x, names, y, weights, part);
    out.unit = unit;
    out.ordered = ordered;
    out.leaveOneOut = leaveOneOut;
    return out;
  }

  /** The same rows under leave-one-out, row i in unit {@code i / size}. */
  Rows leaveOneOut(int size) {
    Rows out =
        new Rows(x, level, y, weight, Arrays.stream(part[0]).map(p -> Math.min(p, 0)).toArray());
    out.unit = IntStream.range(0, y.length).mapToLong(i -> i / size).toArray();
    out.leaveOneOut = true;
    return out;
  }

  /** Every row as often as its weight says, with weight 1. */
  Rows copied() {
    int[] from =
        IntStream.range(0, y.length)
            .flatMap(i -> IntStream.range(0, (int) weight[i]).map(c -> i))
            .toArray();
    double[] one = new double[from.length];
    Arrays.fill(one, 1);
    Rows out =
        new Rows(
            Arrays.stream(from).mapToObj(i -> x[i]).toArray(double[][]::new),
            level == null
                ? null
                : Arrays.stream(from).mapToObj(i -> level[i]).toArray(String[]::new),
            Arrays.stream(from).mapToDouble(i -> y[i]).toArray(),
            one,
            Arrays.stream(part)
                .map(p -> Arrays.stream(from).map(i -> p[i]).toArray())
                .toArray(int[][]::new));
    out.unit = Arrays.stream(from).mapToLong(i -> unit[i]).toArray();
    out.ordered = ordered;
    out.leaveOneOut = leaveOneOut;
    return out;
  }

  int size() {
    return y.length;
  }

  Schema schema() {
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < x[0].length; j++) {
      features.add(new Feature("x" + j, Kind.NUMBER));
    }
    if (level != null) {
      features.add(new Feature("name", Kind.NAME));
    }
    return new Schema(features, "y", Task.REGRESSION, List.of());
  }

  /** Rows {@code from} to {@code to - 1}; the place on the time axis is the row's number. */
  Block block(int from, int to) {
    BlockBuilder builder =
        new BlockBuilder(schema(), EnumSet.of(BlockBuilder.Extra.WEIGHT, BlockBuilder.Extra.ORDER));
    for (int i = from; i < to; i++) {
      for (int j = 0; j < x[i].length; j++) {
        builder.number(j, x[i][j]);
      }
      if (level != null) {
        builder.name(0, level[i]);
      }
      builder.target(y[i]);
      builder.weight(weight[i]);
      builder.order(i);
      builder.endRow();
    }
    return builder.build();
  }

  Block block() {
    return block(0, size());
  }

  /** An engine over the rows in {@code partitions} runs, each of two blocks. */
  ThreadEngine engine(int partitions, int threads) {
    List<List<Block>> out = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      int from = (int) ((long) size() * p / partitions);
      int to = (int) ((long) size() * (p + 1) / partitions);
      int middle = leaveOneOut ? from : (from + to) / 2;
      out.add(List.of(block(from, middle), block(middle, to)));
    }
    return new ThreadEngine(out, threads);
  }

  ThreadEngine engine() {
    return engine(1, 2);
  }

  Encoder encoder() {
    Profile profile = new Profile(schema());
    boolean[] use = new boolean[size()];
    for (int i = 0; i < use.length; i++) {
      use[i] = part[0][i] != Folds.TEST;
    }
    profile.add(block(), use);
    return Encoder.of(schema(), profile);
  }

  Folds folds() {
    int folds = 1 + Arrays.stream(part[0]).max().orElse(0);
    return new Written(this, folds);
  }

  Problem problem() {
    long rows = Arrays.stream(part[0]).filter(p -> p != Folds.TEST).count();
    return new Problem(schema(), List.of(), encoder(), folds(), rows, Math.rint(y[0]), new Seed(1));
  }

  /** Parts as they were written down, found by the row's place on the time axis. */
  private static final class Written implements Folds {

    private static final long serialVersionUID = 1;

    private final int[][] part;
    private final long[] unit;
    private final int folds;
    private final boolean ordered;
    private final boolean leaveOneOut;

    Written(Rows rows, int folds) {
      part = rows.part;
      unit = rows.unit;
      this.folds = folds;
      ordered = rows.ordered;
      leaveOneOut = rows.leaveOneOut;
    }

    @Override
    public int folds() {
      return folds;
    }

    @Override
    public boolean ordered() {
      return ordered;
    }

    @Override
    public boolean leaveOneOut() {
      return leaveOneOut;
    }

    @Override
    public int repeats() {
      return part.length;
    }

    @Override
    public int[] of(Block block, int repeat) {
      return Arrays.stream(block.order()).mapToInt(i -> part[repeat][(int) i]).toArray();
    }

    @Override
    public long[] units(Block block) {
      return Arrays.stream(block.order()).map(i -> unit[(int) i]).toArray();
    }
  }
}
