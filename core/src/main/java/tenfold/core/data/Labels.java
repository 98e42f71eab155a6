package tenfold.core.data;

import java.util.Arrays;
import java.util.List;

/**
 * Several labels of a row at once. While rows are read, dealt and counted, what a row is has one
 * name: the classes of its labels, joined. Learners take them apart. The names of all classes are a
 * list then in which each label has two places, its positive class in the second.
 */
public final class Labels {

  /** Stands between the classes of labels; no class may have it in its name. */
  public static final String BETWEEN = "\u001f";

  private Labels() {}

  /** Returns what the names of a label's columns of predictions end in. */
  public static String suffix(String label) {
    return "_" + label;
  }

  /** Returns the name of a row whose labels have these classes. */
  public static String joined(List<String> classes) {
    return String.join(BETWEEN, classes);
  }

  /** Returns the class of each label. */
  public static List<String> apart(String joined) {
    return List.of(joined.split(BETWEEN, -1));
  }

  /**
   * Returns which of its two classes each label has, 2 for one of neither.
   *
   * @param classes two for each label
   */
  public static int[] of(String joined, List<String> classes) {
    List<String> its = apart(joined);
    int[] out = new int[its.size()];
    Arrays.setAll(
        out,
        l -> {
          int at = classes.subList(2 * l, 2 * l + 2).indexOf(its.get(l));
          return at < 0 ? 2 : at;
        });
    return out;
  }

  /**
   * Returns the same for each row of a block, row-major.
   *
   * @param labels how many; 0 where there is one target: then the class of each row, as {@link
   *     Classes#of} has it
   */
  public static int[] of(Block block, List<String> classes, int labels) {
    if (labels == 0) {
      return Classes.of(block, classes);
    }
    int[][] known = Arrays.stream(block.labels()).map(j -> of(j, classes)).toArray(int[][]::new);
    int[] out = new int[block.rows() * labels];
    for (int i = 0; i < block.rows(); i++) {
      System.arraycopy(known[(int) block.target()[i]], 0, out, i * labels, labels);
    }
    return out;
  }
}
