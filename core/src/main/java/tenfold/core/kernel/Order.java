package tenfold.core.kernel;

import java.util.Arrays;

/** Orders numbers and leaves them where they are. */
public final class Order {

  private Order() {}

  /**
   * Returns the places of the values from the least to the greatest, places of equal values
   * ascending.
   *
   * <p>A sorted copy without repeats says where the places of each value begin; a search in it for
   * each value fills them in. Cost: {@code n log n} steps and {@code 16 n} bytes.
   *
   * @param key {@code n} values, none of them NaN; not modified
   */
  public static int[] ascending(double[] key) {
    double[] values = key.clone();
    Arrays.sort(values);
    int[] begin = new int[key.length];
    int distinct = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || Double.compare(values[i], values[i - 1]) != 0) {
        begin[distinct] = i;
        distinct++;
      }
    }
    for (int d = 0; d < distinct; d++) {
      values[d] = values[begin[d]];
    }
    int[] order = new int[key.length];
    for (int i = 0; i < key.length; i++) {
      int d = Arrays.binarySearch(values, 0, distinct, key[i]);
      order[begin[d]] = i;
      begin[d]++;
    }
    return order;
  }
}
