package tenfold.core.learn.ridge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Repeatable;

/** Units that were fitted directly, with the fits without them, by candidate. */
final class DirectUnits implements Serializable {

  private static final long serialVersionUID = 1;

  private final TreeMap<Integer, TreeMap<Long, Without>> fits = new TreeMap<>();

  /** The fit without a unit. */
  static final class Without implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] beta;
    private final double jTrain;

    /** A fit: the constant (of the shifted target) and weights, and its J; the array is owned. */
    Without(double[] beta, double jTrain) {
      this.beta = beta;
      this.jTrain = jTrain;
    }
  }

  /** Adds a unit of a candidate. */
  void put(int candidate, long unit, Without fit) {
    fits.computeIfAbsent(candidate, c -> new TreeMap<>()).put(unit, fit);
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return fits.isEmpty();
  }

  /** How many units of the candidate there are. */
  int count(int candidate) {
    return fits.getOrDefault(candidate, new TreeMap<>()).size();
  }

  /** Only the candidate's. */
  DirectUnits only(int candidate) {
    DirectUnits out = new DirectUnits();
    if (fits.containsKey(candidate)) {
      out.fits.put(candidate, fits.get(candidate));
    }
    return out;
  }

  /** Tells {@code out} of every row of the block that is in one of the units. */
  void leave(Problem problem, Terms terms, Block block, Units.Row out) {
    long[] key = problem.folds().units(block);
    int[] part = problem.folds().of(block, 0);
    Expander chunk = Leading.training(problem, terms, block, 1);
    double[] prediction = new double[1];
    fits.forEach(
        (candidate, units) -> {
          for (int i = 0; i < key.length; i++) {
            Without fit = part[i] == Folds.TEST ? null : units.get(key[i]);
            if (fit != null) {
              chunk.fill(new int[] {i}, 0, 1);
              chunk.predict(fit.beta, prediction);
              double y = chunk.x()[Leading.Y * chunk.ld()];
              out.left(candidate, i, chunk.x()[0], y - prediction[0], fit.jTrain);
            }
          }
        });
  }

  /**
   * Adds the units' rows to the sums.
   *
   * @param grid from which, and from the candidates that are fitted directly, the units follow
   */
  record Pass(Problem problem, Terms terms, RidgeGrid grid, DirectUnits units, LeavingSums none)
      implements Aggregation<LeavingSums>, Repeatable<LeavingSums> {

    private static final long serialVersionUID = 1;

    @Override
    public String label() {
      return "ridge: rows that were fitted directly";
    }

    /** All that the sums depend on. */
    private record Address(Terms.Name terms, RidgeGrid grid, List<Integer> candidates) {}

    @Override
    public Record address(int group) {
      return new Address(terms.name(), grid, new ArrayList<>(units.fits.keySet()));
    }

    @Override
    public Class<LeavingSums> kind() {
      return LeavingSums.class;
    }

    @Override
    public LeavingSums zero() {
      return none.empty();
    }

    @Override
    public void add(LeavingSums into, Block block) {
      units.leave(
          problem,
          terms,
          block,
          (candidate, row, root, c, jTrain) -> into.left(candidate, root, c, jTrain));
    }

    @Override
    public LeavingSums merge(LeavingSums into, LeavingSums from) {
      into.merge(from);
      return into;
    }
  }
}
