package tenfold.core.learn.ridge;

import java.io.Serializable;
import java.util.List;

/**
 * The grid of a ridge sweep.
 *
 * @param degrees largest total degree of the polynomial terms, each at least 1
 * @param lambdas regularisation on standardised weights, each finite and at least 0
 * @param interactions whether terms may mix columns
 */
public record RidgeGrid(List<Integer> degrees, List<Double> lambdas, boolean interactions)
    implements Serializable {

  public RidgeGrid {
    degrees = List.copyOf(degrees);
    lambdas = List.copyOf(lambdas);
    for (int degree : degrees) {
      if (degree < 1) {
        throw new IllegalArgumentException("ridge.degree is %d; use at least 1".formatted(degree));
      }
    }
    for (double lambda : lambdas) {
      if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) { // written so that NaN fails too
        throw new IllegalArgumentException(
            "ridge.lambda is %s; use a finite value >= 0".formatted(lambda));
      }
    }
  }
}
