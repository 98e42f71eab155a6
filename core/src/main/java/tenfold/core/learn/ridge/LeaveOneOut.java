package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tenfold.core.data.DataException;
import tenfold.core.data.Fitted;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Scale;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Outcome;
import tenfold.core.sweep.Result;
import tenfold.core.sweep.Swept;

/**
 * A leave-one-out sweep, finished. Encoding and scaling are those of the whole training part in
 * every fit; rows leave by the formulas of {@link Leaving}, and units whose leaving would cost a
 * candidate too many digits are fitted directly: those that alone determine some direction, say.
 */
final class LeaveOneOut implements Swept {

  private final Setup setup;
  private final Whole whole;
  private final long rows;
  private final Map<Integer, String> failures = new TreeMap<>();
  private final Map<Integer, Directions> directions = new TreeMap<>();
  private final LeavingSums sums;
  private final DirectUnits direct = new DirectUnits();

  /**
   * Sweeps: a pass for the moments, one for the rows, and more for what must be fitted directly.
   */
  LeaveOneOut(Setup setup) {
    this.setup = setup;
    Parting parting = new Parting.Whole(setup.problem().folds());
    Moments moments =
        setup.engine().aggregate(new MomentsPass(setup.problem(), setup.terms(), parting));
    rows = moments.rows(0);
    if (rows < 2) {
      throw new DataException(
          "leave-one-out needs at least 2 training rows, but there %s %d"
              .formatted(rows == 1 ? "is" : "are", rows));
    }
    whole = new Whole(setup, moments.gram(0));
    List<Directions> all = solve();
    sums =
        setup
            .engine()
            .aggregate(
                new RowsLeaving(
                    setup.problem(), setup.terms(), setup.grid(), all, new LeavingSums(near())));
    for (int place = 0; place < setup.grid().degrees().size(); place++) {
      fitRefused(place);
    }
    if (!direct.isEmpty()) {
      sums.merge(
          setup
              .engine()
              .aggregate(
                  new DirectUnits.Pass(
                      setup.problem(), setup.terms(), setup.grid(), direct, sums.empty())));
    }
  }

  /** Fits on the whole part, and gathers the candidates that one fit answers. */
  private List<Directions> solve() {
    List<Integer> fitted = new ArrayList<>();
    for (int c = 0; c < setup.candidates().size(); c++) {
      try {
        whole.check(c);
        fitted.add(c);
      } catch (ArithmeticException e) {
        failures.put(c, e.getMessage());
      }
    }
    whole.prepare(fitted);
    Map<Fit, List<Integer>> byFit = new LinkedHashMap<>();
    fitted.forEach(c -> byFit.computeIfAbsent(whole.fit(c), f -> new ArrayList<>()).add(c));
    List<Directions> all = new ArrayList<>();
    byFit.forEach(
        (fit, candidates) -> {
          Directions one = new Directions(setup, fit, candidates);
          all.add(one);
          candidates.forEach(c -> directions.put(c, one));
        });
    return all;
  }

  private double[] near() {
    double[] near = new double[setup.candidates().size()];
    directions.forEach(
        (c, one) -> near[c] = whole.fit(c).squares(setup.lambda(c)) / (2 * whole.moments()[0]));
    return near;
  }

  private void fitRefused(int place) {
    TreeSet<Long> units = new TreeSet<>();
    List<Integer> candidates = new ArrayList<>();
    for (int l = 0; l < setup.grid().lambdas().size(); l++) {
      int c = setup.candidate(place, l);
      if (!sums.refused(c).isEmpty()) {
        candidates.add(c);
        units.addAll(sums.refused(c));
      }
    }
    int p = setup.terms().count(setup.grid().degrees().get(place));
    double bytes = 4.0 * (units.size() + 1) * (p + 2) * (p + 2) * Double.BYTES;
    if (bytes > Runtime.getRuntime().maxMemory() / 2.0) {
      String reason =
          ("leaving %d rows or groups keeps too few digits of J, and fitting them one by one"
                  + " needs %.3g bytes; use a larger lambda, a lower degree or fewer folds")
              .formatted(units.size(), bytes);
      candidates.forEach(c -> failures.put(c, reason));
    } else if (!units.isEmpty()) {
      fit(place, p, units, candidates);
    }
  }

  private void fit(int place, int p, SortedSet<Long> units, List<Integer> candidates) {
    Factors factors =
        setup.factors(List.of(place), new Parting.ByUnit(setup.problem().folds(), units));
    Around<double[]> around =
        new Around<>(
            units.size(),
            Around.Order.ALL_OTHERS,
            part -> factors.r(0, part),
            (a, b) -> Factors.stack(a, b, p + 2));
    int at = 0;
    for (long unit : units) {
      Columns scales = directions.get(candidates.get(0)).basis().columns();
      FactorFit fit =
          FactorFit.of(
              around.training(at++), p, whole.variances(), setup.names(), Optional.of(scales));
      for (int c : candidates) {
        if (sums.refused(c).contains(unit)) {
          double[] beta = fit.basis().beta(setup.lambda(c));
          double jTrain = fit.squares(setup.lambda(c)) / (2 * fit.basis().columns().weight());
          direct.put(c, unit, new DirectUnits.Without(beta, jTrain));
        }
      }
    }
  }

  @Override
  public List<Result> results() {
    List<Result> out = new ArrayList<>();
    for (int c = 0; c < setup.candidates().size(); c++) {
      out.add(new Result(setup.candidates().get(c), outcome(c)));
    }
    return out;
  }

  private Outcome outcome(int c) {
    double weight = whole.moments()[0];
    double jTrain = sums.jTrain(c) / weight;
    double jCv = sums.squares(c) / (2 * weight);
    if (failures.containsKey(c)) {
      return new Outcome.Failed(failures.get(c));
    }
    if (!Double.isFinite(jTrain) || !Double.isFinite(jCv)) {
      return new Outcome.Failed("J_train is %s and J_cv %s".formatted(jTrain, jCv));
    }
    double n = rows;
    double error = Math.sqrt(n / (n - 1) * sums.spread(c, jCv)) / weight;
    return new Outcome.Scored(
        jTrain, jCv, OptionalDouble.of(error), metrics(c, weight), List.of(), notes(c));
  }

  private Map<String, Double> metrics(int c, double weight) {
    double[] a = whole.moments();
    double square = a[Leading.Y * (setup.terms().count() + Leading.FIRST) + Leading.Y];
    double total = square - a[Leading.Y] * a[Leading.Y] / weight;
    Map<String, Double> out = new TreeMap<>();
    out.put("rmse", Math.sqrt(sums.squares(c) / weight));
    out.put("mae", sums.absolute(c) / weight);
    if (total > Scale.NOTHING * square) {
      out.put("r2", 1 - sums.squares(c) / total);
    }
    return out;
  }

  private List<String> notes(int c) {
    List<String> out = new ArrayList<>();
    if (whole.isDirect(c)) {
      out.add("fitted directly: moments kept fewer than 8 digits of J");
    }
    if (direct.count(c) > 0) {
      out.add(
          "fitted directly: %d rows or groups whose leaving keeps too few digits of J"
              .formatted(direct.count(c)));
    }
    return out;
  }

  @Override
  public Fitted refit(Candidate candidate) {
    return whole.model(setup.candidate(candidate));
  }

  @Override
  public OutOfFold outOfFold(Candidate candidate) {
    int c = setup.candidate(candidate);
    if (failures.containsKey(c)) {
      throw new IllegalArgumentException(
          "%s failed: %s".formatted(candidate.id(), failures.get(c)));
    }
    return new LeftOut(
        setup.problem(),
        setup.terms(),
        new Directions(setup, whole.fit(c), List.of(c)),
        direct.only(c));
  }
}
