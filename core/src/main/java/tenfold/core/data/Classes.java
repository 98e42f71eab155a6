package tenfold.core.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of classes, their order, and rows by them. */
public final class Classes {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Classes() {}

  /**
   * Returns the names in the order in which classes stand everywhere: by their value where each of
   * them is a number, else as text.
   */
  public static List<String> inOrder(Collection<String> names) {
    boolean numbers = names.stream().allMatch(n -> NUMBER.matcher(n).matches());
    Comparator<String> text = Comparator.naturalOrder();
    return names.stream()
        .sorted(
            numbers ? Comparator.comparingDouble(Double::parseDouble).thenComparing(text) : text)
        .toList();
  }

  /**
   * Returns the class of each row of a block of a classification, as an index into {@code classes};
   * their number for a row of none of them.
   */
  public static int[] of(Block block, List<String> classes) {
    Map<String, Integer> index = new HashMap<>();
    classes.forEach(c -> index.put(c, index.size()));
    int[] position =
        Arrays.stream(block.labels())
            .mapToInt(l -> index.getOrDefault(l, classes.size()))
            .toArray();
    return Arrays.stream(block.target()).mapToInt(l -> position[(int) l]).toArray();
  }

  /**
   * Returns the class that is predicted for a row: the likeliest, the first among equals.
   *
   * @param probabilities row-major, for each row one of each of {@code classes} classes
   */
  public static int likeliest(double[] probabilities, int row, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (probabilities[row * classes + c] > probabilities[row * classes + best]) {
        best = c;
      }
    }
    return best;
  }

  /**
   * Returns the probability that is shown beside a prediction: of two classes that of the positive
   * one, the last; of several that of the predicted one.
   *
   * @param probabilities as {@link #likeliest} takes them
   */
  public static double shown(double[] probabilities, int row, int classes) {
    int which = classes == 2 ? 1 : likeliest(probabilities, row, classes);
    return probabilities[row * classes + which];
  }
}
