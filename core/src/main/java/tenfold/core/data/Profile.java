package tenfold.core.data;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one look at the training part tells: counts, means and spreads of numbers, levels of names,
 * the target's range. It sees the inputs of all training rows, held-out folds too, and never the
 * test part. Mergeable.
 */
public final class Profile implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<NumberProfile> numbers;
  private final List<NameProfile> names;
  private final NumberProfile target = new NumberProfile();
  private final NameProfile labels = new NameProfile();
  private long rows;

  /** The profile of no rows. */
  public Profile(Schema schema) {
    numbers = Stream.generate(NumberProfile::new).limit(schema.numbers().size()).toList();
    names = Stream.generate(NameProfile::new).limit(schema.names().size()).toList();
  }

  /** Adds the rows of the block that {@code use} admits. */
  public void add(Block block, boolean[] use) {
    for (int j = 0; j < numbers.size(); j++) {
      numbers.get(j).add(block.numbers(j), use, block);
    }
    for (int j = 0; j < names.size(); j++) {
      names.get(j).add(block.codes(j), block.levels(j), use);
    }
    if (block.labels() == null) {
      target.add(block.target(), use, block);
    } else {
      int[] codes = java.util.Arrays.stream(block.target()).mapToInt(c -> (int) c).toArray();
      labels.add(codes, block.labels(), use);
    }
    for (boolean u : use) {
      rows += u ? 1 : 0;
    }
  }

  /** Adds what {@code other} has seen. */
  public void merge(Profile other) {
    for (int j = 0; j < numbers.size(); j++) {
      numbers.get(j).merge(other.numbers.get(j));
    }
    for (int j = 0; j < names.size(); j++) {
      names.get(j).merge(other.names.get(j));
    }
    target.merge(other.target);
    labels.merge(other.labels);
    rows += other.rows;
  }

  /** Rows seen. */
  public long rows() {
    return rows;
  }

  /** Number column {@code j}. */
  public NumberProfile number(int j) {
    return numbers.get(j);
  }

  /** Name column {@code j}. */
  public NameProfile name(int j) {
    return names.get(j);
  }

  /** The target of a regression. */
  public NumberProfile target() {
    return target;
  }

  /** The classes of a classification. */
  public NameProfile labels() {
    return labels;
  }
}
