package tenfold.core.learn.ridge;

/** One training set's polynomial of one degree, solved for every lambda. */
interface Fit {

  /** Share of J that may be wrong: 8 digits are kept. */
  double DIGITS = 1e-8;

  /** Distance from 1 to the next double. */
  double EPS = Math.ulp(1.0);

  /** The directions and what lambda does to them. */
  Basis basis();

  /** Returns the weighted sum of squared residuals of the training rows. */
  double squares(double lambda);

  /** Estimates the rounding in what the fit says of rows that leave it. */
  Rounding rounding(double lambda);
}
