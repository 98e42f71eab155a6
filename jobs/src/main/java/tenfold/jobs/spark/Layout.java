package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tenfold.core.data.BlockBuilder.Extra;
import tenfold.core.data.Schema;

/**
 * Where a row's cells go.
 *
 * @param schema what the cells become
 * @param numbers where each number column of the schema comes from
 * @param names position of each name column of the schema
 * @param targets position of the target, or of each label; none where rows are to be predicted
 * @param ids positions of the id columns
 * @param groups positions of the columns that name a row's group
 * @param groupNames their names
 * @param weight position of the weight, or -1
 * @param order position of the time, or -1
 * @param fold position of the user's fold, or -1
 * @param ragged position of the {@link Misfit} of a line that is no row, or -1
 * @param blanks texts that stand for a missing cell
 */
record Layout(
    Schema schema,
    List<NumberAt> numbers,
    List<Integer> names,
    List<Integer> targets,
    List<Integer> ids,
    List<Integer> groups,
    List<String> groupNames,
    int weight,
    int order,
    int fold,
    int ragged,
    Set<String> blanks)
    implements Serializable {

  /**
   * Where a number comes from: a column, or an element of a column of vectors.
   *
   * @param element of the vector; -1 for a plain column
   * @param size of the vector
   */
  record NumberAt(int column, int element, int size) implements Serializable {}

  /** What rows have besides the schema. */
  Set<Extra> extras() {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    add(extras, Extra.GROUP, !groups.isEmpty());
    add(extras, Extra.WEIGHT, weight >= 0);
    add(extras, Extra.ORDER, order >= 0);
    add(extras, Extra.FOLD, fold >= 0);
    return extras;
  }

  private static void add(Set<Extra> extras, Extra extra, boolean has) {
    if (has) {
      extras.add(extra);
    }
  }
}
