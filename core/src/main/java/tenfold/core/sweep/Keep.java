package tenfold.core.sweep;

/** What a sweep keeps of single rows: what every candidate predicts of them, where that fits. */
public enum Keep {
  NOTHING,
  PREDICTIONS;

  /** Share of the driver's memory that predictions may take that nobody has asked for yet. */
  private static final int SHARE = 8;

  /** Predictions of all candidates are kept where they fit; else the winner's are made again. */
  public static Keep of(Shape shape, int candidates) {
    double all = (double) predictions(shape) * candidates;
    return all <= Runtime.getRuntime().maxMemory() / (double) SHARE ? PREDICTIONS : NOTHING;
  }

  /** Bytes of predictions that are kept: every candidate's, or at last the winner's alone. */
  public static long bytes(Shape shape, int candidates) {
    return predictions(shape) * (of(shape, candidates) == PREDICTIONS ? candidates : 1);
  }

  private static long predictions(Shape shape) {
    return Double.BYTES * shape.rows() * Math.max(1, shape.classes());
  }
}
