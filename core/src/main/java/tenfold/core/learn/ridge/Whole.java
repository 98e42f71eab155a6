package tenfold.core.learn.ridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenfold.core.learn.terms.Parting;

/**
 * Fits on all of the training part: from its moments, or, where those keep too few digits for a
 * candidate, from the triangular factor of its rows.
 */
final class Whole {

  private final Setup setup;
  private final double[] moments;
  private final double[] variances;
  private final Map<Integer, GramFit> grams = new HashMap<>();
  private final Map<Integer, FactorFit> factors = new HashMap<>();

  /** Fits on the rows with these moments, of all the setup's terms. */
  Whole(Setup setup, double[] moments) {
    this.setup = setup;
    this.moments = moments;
    int p = setup.terms().count();
    variances = Columns.variances(moments, p + Leading.FIRST, p, new double[p]);
  }

  /** The moments of all training rows. */
  double[] moments() {
    return moments;
  }

  /** Variance of each term; not to be modified. */
  double[] variances() {
    return variances;
  }

  /**
   * Makes ready to fit the candidates: at most one pass for all of them that moments cannot answer.
   */
  void prepare(List<Integer> candidates) {
    List<Integer> places = new ArrayList<>();
    for (int c : candidates) {
      int place = setup.grid().degrees().indexOf(setup.degree(c));
      if (!factors.containsKey(setup.degree(c))
          && !places.contains(place)
          && !gram(setup.degree(c)).safe(setup.lambda(c))) {
        places.add(place);
      }
    }
    if (!places.isEmpty()) {
      Factors gathered = setup.factors(places, new Parting.Whole(setup.problem().folds()));
      for (int i = 0; i < places.size(); i++) {
        int degree = setup.grid().degrees().get(places.get(i));
        int p = setup.terms().count(degree);
        factors.put(
            degree, FactorFit.of(gathered.r(i, 0), p, variances, setup.names(), Optional.empty()));
      }
    }
  }

  /** Throws an {@link ArithmeticException} if the candidate's terms cannot be handled. */
  void check(int candidate) {
    gram(setup.degree(candidate)).basis();
  }

  /** Whether the candidate had to be fitted directly. */
  boolean isDirect(int candidate) {
    return !gram(setup.degree(candidate)).safe(setup.lambda(candidate));
  }

  /** Returns the fit that answers the candidate. */
  Fit fit(int candidate) {
    GramFit gram = gram(setup.degree(candidate));
    if (!isDirect(candidate)) {
      return gram;
    }
    prepare(List.of(candidate));
    return factors.get(setup.degree(candidate));
  }

  /** Returns the candidate's model. */
  RidgeModel model(int candidate) {
    double[] beta = fit(candidate).basis().beta(setup.lambda(candidate));
    int degree = setup.degree(candidate);
    RidgeModel.Settings settings =
        new RidgeModel.Settings(degree, setup.lambda(candidate), setup.grid().interactions());
    double bias = beta[0] + setup.problem().shift();
    return new RidgeModel(
        setup.problem().encoder(), settings, bias, Arrays.copyOfRange(beta, 1, beta.length));
  }

  private GramFit gram(int degree) {
    return grams.computeIfAbsent(
        degree,
        d -> {
          int all = setup.terms().count();
          int p = setup.terms().count(d);
          return GramFit.of(moments, all + Leading.FIRST, p, variances, setup.names());
        });
  }
}
