package tenfold.core.learn.ridge;

import java.util.Optional;

/** One candidate on one fold. */
final class Cell {

  private final double jTrain;
  private final double jCv;
  private final double[] beta;
  private final Path path;
  private final String reason;

  private Cell(double jTrain, double jCv, double[] beta, Path path, String reason) {
    this.jTrain = jTrain;
    this.jCv = jCv;
    this.beta = beta;
    this.path = path;
    this.reason = reason;
  }

  /** How the numbers came about. */
  enum Path {
    /** From moments, with digits enough. */
    MOMENTS,
    /** From moments, with too few digits: to be fitted directly. */
    UNSAFE,
    /** From triangular factors of the rows themselves. */
    DIRECT,
    /** Not at all. */
    FAILED
  }

  /**
   * A cell.
   *
   * @param jTrain J on the training rows
   * @param jCv J on the rows held out
   * @param beta the constant (of the shifted target), then the weights of the terms; owned
   */
  static Cell of(double jTrain, double jCv, double[] beta, Path path) {
    boolean finite = Double.isFinite(jTrain) && Double.isFinite(jCv);
    return finite || path == Path.UNSAFE
        ? new Cell(jTrain, jCv, beta, path, null)
        : failed("J_train is %s and J_cv %s".formatted(jTrain, jCv));
  }

  /** A cell that could not be fitted. */
  static Cell failed(String reason) {
    return new Cell(0, 0, new double[0], Path.FAILED, reason);
  }

  double jTrain() {
    return jTrain;
  }

  double jCv() {
    return jCv;
  }

  double[] beta() {
    return beta;
  }

  Path path() {
    return path;
  }

  /** Why it failed, if it did. */
  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
