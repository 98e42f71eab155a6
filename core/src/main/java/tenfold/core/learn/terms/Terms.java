package tenfold.core.learn.terms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Encoder;

/**
 * The terms of a polynomial: the 0/1 columns, linear, then the monomials of the scaled number
 * columns by total degree, so that a lower degree's terms come first. Every monomial is one earlier
 * monomial (its parent) times one column: one multiplication for each row.
 *
 * <p>With interactions the monomials of degree d are, for each column j in turn, column j times
 * every monomial of degree d-1 whose first column is j or later; without, they are the d-th powers.
 */
public final class Terms implements Serializable {

  private static final long serialVersionUID = 1;

  /** The parent of a monomial of degree 1: the constant. */
  static final int ONE = -1;

  private final int indicators;
  private final int numbers;
  private final int[] parent;
  private final int[] column;
  private final int[] upTo;

  /** The terms of {@code degree} over as many columns; call {@link #count} first. */
  public Terms(int indicators, int numbers, int degree, Mixing mixing) {
    this.indicators = indicators;
    this.numbers = numbers;
    int monomials = Math.toIntExact(count(0, numbers, degree, mixing));
    parent = new int[monomials];
    column = new int[monomials];
    upTo = new int[degree + 1];
    int t = 0;
    for (int j = 0; j < numbers; j++) {
      parent[t] = ONE;
      column[t++] = j;
    }
    upTo[1] = t;
    for (int d = 2; d <= degree; d++) {
      for (int j = 0; j < numbers; j++) {
        for (int s = upTo[d - 2]; s < upTo[d - 1]; s++) {
          if (mixing == Mixing.ALL ? column[s] >= j : column[s] == j) {
            parent[t] = s;
            column[t++] = j;
          }
        }
      }
      upTo[d] = t;
    }
  }

  /** What it is made of. */
  public record Name(int indicators, int numbers, List<Integer> monomials) {}

  /** Tells these terms from others of the same columns. */
  public Name name() {
    return new Name(indicators, numbers, Arrays.stream(column).boxed().toList());
  }

  private Terms(Terms all) {
    indicators = 0;
    numbers = all.numbers;
    parent = all.parent;
    column = all.column;
    upTo = all.upTo;
  }

  /** The terms without the 0/1 columns. */
  public Terms monomials() {
    return new Terms(this);
  }

  /** Whether monomials may mix columns. */
  public enum Mixing {
    ALL,
    POWERS;

    /** The mixing that the configuration's {@code interactions} stands for. */
    public static Mixing of(boolean interactions) {
      return interactions ? ALL : POWERS;
    }
  }

  /** Number of terms, or {@link Long#MAX_VALUE} if it is that or more. */
  public static long count(int indicators, int numbers, int degree, Mixing mixing) {
    if (mixing == Mixing.POWERS) {
      return (long) indicators + (long) numbers * degree;
    }
    // C(numbers + degree, degree) - 1, one factor at a time: every step is a whole number.
    long count = 1;
    for (int i = 1; i <= Math.min(degree, numbers); i++) {
      long factor = (long) Math.max(degree, numbers) + i;
      if (count > Long.MAX_VALUE / factor) {
        return Long.MAX_VALUE;
      }
      count = count * factor / i;
    }
    return count - 1 > Long.MAX_VALUE - indicators ? Long.MAX_VALUE : indicators + count - 1;
  }

  /** Number of 0/1 columns: the first terms. */
  public int indicators() {
    return indicators;
  }

  /** Number of terms of {@code degree} and below. */
  public int count(int degree) {
    return indicators + upTo[degree];
  }

  /** Number of all terms. */
  public int count() {
    return indicators + parent.length;
  }

  /**
   * Writes the monomials of {@code rows} rows: column {@code first + t} of {@code x} becomes column
   * {@code first + parent} (or {@code one}) times the number column.
   *
   * @param z number columns, column-major, {@code ld} apart; not modified
   * @param x columns {@code ld} apart; column {@code one} is read, the monomials' are written
   * @param first column of the first monomial
   */
  void expand(double[] z, int rows, int ld, double[] x, int one, int first) {
    for (int t = 0; t < parent.length; t++) {
      int from = (parent[t] == ONE ? one : first + parent[t]) * ld;
      int by = column[t] * ld;
      int to = (first + t) * ld;
      for (int i = 0; i < rows; i++) {
        x[to + i] = x[from + i] * z[by + i];
      }
    }
  }

  /** Readable names, such as {@code type=Condo} and {@code cement^2*age}. */
  public List<String> names(Encoder encoder) {
    List<String> out = new ArrayList<>(encoder.indicatorNames());
    for (int t = 0; t < parent.length; t++) {
      out.add(name(encoder, powers(t)));
    }
    return out;
  }

  private int[] powers(int t) {
    int[] powers = new int[numbers];
    for (int s = t; s != ONE; s = parent[s]) {
      powers[column[s]]++;
    }
    return powers;
  }

  private static String name(Encoder encoder, int[] powers) {
    List<String> factors = new ArrayList<>();
    for (int j = 0; j < powers.length; j++) {
      if (powers[j] > 0) {
        factors.add(encoder.numbers().get(j).column() + (powers[j] > 1 ? "^" + powers[j] : ""));
      }
    }
    return String.join("*", factors);
  }
}
