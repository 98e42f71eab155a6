package tenfold.core.learn.logistic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.sweep.Candidate;

/**
 * The grid of a logistic sweep.
 *
 * @param degrees largest total degree of the polynomial terms, each at least 1
 * @param lambdas regularisation on standardised weights, each finite and at least 0
 * @param interactions whether terms may mix columns
 * @param classWeight how classes count
 */
public record LogisticGrid(
    List<Integer> degrees, List<Double> lambdas, boolean interactions, ClassWeight classWeight)
    implements Serializable {

  public LogisticGrid {
    degrees = List.copyOf(degrees);
    lambdas = List.copyOf(lambdas);
    for (int degree : degrees) {
      if (degree < 1) {
        throw new IllegalArgumentException(
            "logistic.degree is %d; use at least 1".formatted(degree));
      }
    }
    for (double lambda : lambdas) {
      if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) { // written so that NaN fails too
        throw new IllegalArgumentException(
            "logistic.lambda is %s; use a finite value >= 0".formatted(lambda));
      }
    }
  }

  /** Its points: for each degree, each lambda. */
  List<Candidate> candidates() {
    List<Candidate> out = new ArrayList<>();
    for (int degree : degrees) {
      for (double lambda : lambdas) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("degree", degree);
        params.put("lambda", lambda);
        params.put("interactions", interactions);
        params.put("class-weight", classWeight.key());
        out.add(new Candidate("logistic", params));
      }
    }
    return out;
  }
}
