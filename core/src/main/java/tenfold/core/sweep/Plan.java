package tenfold.core.sweep;

import java.util.List;

/**
 * What a sweep would cost: for each family its axes and the fits that answer them.
 *
 * @param shape the data
 * @param testRows rows sealed for the test
 * @param entries one for each family
 */
public record Plan(Shape shape, long testRows, List<Entry> entries) {

  private static final long DEALING = 40; // bytes a row

  /** One family's share. */
  public record Entry(String family, List<Axis> axes, Cost cost) {
    public Entry {
      axes = List.copyOf(axes);
    }
  }

  public Plan {
    entries = List.copyOf(entries);
  }

  /**
   * Returns the plan of these families on data of this shape. Throws {@link TooLarge} if one cannot
   * be held.
   */
  public static Plan of(List<Family> families, Shape shape, long testRows) {
    return new Plan(
        shape,
        testRows,
        families.stream().map(f -> new Entry(f.name(), f.axes(), f.cost(shape))).toList());
  }

  /** Models whose scores are reported. */
  public long models() {
    return entries.stream().mapToLong(e -> e.cost().models()).sum();
  }

  /**
   * Passes over the data: to count rows, to profile them, those of the families, to count what the
   * winner makes of each class, and to open the test part.
   */
  public int passes() {
    int swept = entries.stream().mapToInt(e -> e.cost().passes()).sum();
    return 2 + swept + (shape.classes() > 0 ? 1 : 0) + (testRows > 0 ? 1 : 0);
  }

  /** Fits that answer them. */
  public long fits() {
    return entries.stream().mapToLong(e -> e.cost().fits()).sum();
  }

  /** Bytes of all rows as executors hold them: their values, target and key. */
  public long rowBytes() {
    long row = Double.BYTES * (shape.numbers() + 2L) + Integer.BYTES * (long) shape.names();
    return row * (shape.rows() + testRows);
  }

  /** Bytes that the driver takes for a moment to deal the folds, measured. */
  public long dealingBytes() {
    return DEALING * (shape.rows() + testRows);
  }
}
