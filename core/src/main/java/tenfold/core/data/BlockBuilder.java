package tenfold.core.data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenfold.core.seed.Hash;

/**
 * Collects rows into a {@link Block}: for each row the caller sets its cells, in any order, and
 * ends the row. A cell that was not set is missing.
 *
 * <p>A row's key is the sum, over its cells that are not missing, of a hash of (column's name,
 * value): the order of the columns does not matter, and a missing cell adds nothing. A group's key
 * is made likewise from its columns.
 */
public final class BlockBuilder {

  /** What rows have besides the columns of the schema. */
  public enum Extra {
    WEIGHT,
    GROUP,
    ORDER,
    FOLD
  }

  private static final long WEIGHT_HASH = Hash.of("weight");
  private static final long GROUP_HASH = Hash.of("group");
  private static final long ORDER_HASH = Hash.of("order");
  private static final long FOLD_HASH = Hash.of("fold");

  private final Schema schema;
  private final long[] numberName;
  private final long[] nameName;
  private final long targetName;
  private final List<Map<String, Integer>> codeOf;
  private final Map<String, Integer> labelOf = new LinkedHashMap<>();
  private final double[][] numbers;
  private final int[][] codes;
  private final String[][] ids;
  private double[] target = {};
  private double[] weight;
  private long[] key = {};
  private long[] group;
  private long[] order;
  private int[] fold;
  private long place;
  private int n;

  /** Returns a builder of rows like those of {@code block}. */
  public static BlockBuilder like(Schema schema, Block block) {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    if (block.weighted()) {
      extras.add(Extra.WEIGHT);
    }
    if (block.group() != null) {
      extras.add(Extra.GROUP);
    }
    if (block.order() != null) {
      extras.add(Extra.ORDER);
    }
    if (block.fold() != null) {
      extras.add(Extra.FOLD);
    }
    return new BlockBuilder(schema, extras);
  }

  /** Returns a builder of rows with the columns of {@code schema} and the given extras. */
  public BlockBuilder(Schema schema, Set<Extra> extras) {
    this.schema = schema;
    numberName = schema.numbers().stream().mapToLong(Hash::of).toArray();
    nameName = schema.names().stream().mapToLong(Hash::of).toArray();
    targetName = Hash.of(schema.target());
    codeOf = schema.names().stream().<Map<String, Integer>>map(x -> new LinkedHashMap<>()).toList();
    numbers = new double[numberName.length][0];
    codes = new int[nameName.length][0];
    ids = new String[schema.ids().size()][0];
    weight = extras.contains(Extra.WEIGHT) ? new double[0] : null;
    group = extras.contains(Extra.GROUP) ? new long[0] : null;
    order = extras.contains(Extra.ORDER) ? new long[0] : null;
    fold = extras.contains(Extra.FOLD) ? new int[0] : null;
    resize(16);
    blank();
  }

  /** Says where the block stands: its partition, and how many rows of that come before. */
  public void at(int partition, long rowsBefore) {
    place = ((long) partition << 40) + rowsBefore;
  }

  /** Sets number column {@code j} of {@link Schema#numbers()}; NaN is missing. */
  public void number(int j, double value) {
    numbers[j][n] = value;
    key[n] += Double.isNaN(value) ? 0 : Hash.of(numberName[j], Hash.of(value));
  }

  /** Sets name column {@code j} of {@link Schema#names()}; null is missing. */
  public void name(int j, String level) {
    if (level != null) {
      codes[j][n] = code(codeOf.get(j), level);
      key[n] += Hash.of(nameName[j], Hash.of(level));
    }
  }

  /** Sets the target of a regression. */
  public void target(double value) {
    target[n] = value;
    key[n] += Hash.of(targetName, Hash.of(value));
  }

  /** Sets the class of a classification, or the classes of several labels, joined. */
  public void target(String label) {
    target[n] = code(labelOf, label);
    key[n] += Hash.of(targetName, Hash.of(label));
  }

  /** Sets id column {@code j} of {@link Schema#ids()}. */
  public void id(int j, String value) {
    ids[j][n] = value;
  }

  /** Sets the row's weight. */
  public void weight(double value) {
    weight[n] = value;
  }

  /** Adds the value of one of the columns that name the row's group; null is a value of its own. */
  public void group(String column, String value) {
    group[n] += Hash.of(Hash.of(column), value == null ? 0 : Hash.of(value));
  }

  /** Sets the row's place on the time axis. */
  public void order(long value) {
    order[n] = value;
  }

  /** Sets the user's own fold of the row, -1 for the test part. */
  public void fold(int value) {
    fold[n] = value;
  }

  /** Ends the row; returns a hash of all it says: its key, and its extras. */
  public long endRow() {
    long ended = content();
    n++;
    if (n == key.length) {
      resize(2 * n);
    }
    blank();
    return ended;
  }

  private long content() {
    long content = key[n];
    if (weight != null) {
      content += Hash.of(WEIGHT_HASH, Hash.of(weight[n]));
    }
    if (group != null) {
      content += Hash.of(GROUP_HASH, group[n]);
    }
    if (order != null) {
      content += Hash.of(ORDER_HASH, order[n]);
    }
    if (fold != null) {
      content += Hash.of(FOLD_HASH, fold[n]);
    }
    return content;
  }

  /** Adds row {@code i} of a block that has the same schema and extras, as it is, and ends it. */
  public void row(Block from, int i) {
    for (int j = 0; j < numbers.length; j++) {
      numbers[j][n] = from.numbers(j)[i];
    }
    for (int j = 0; j < codes.length; j++) {
      int c = from.codes(j)[i];
      codes[j][n] = c < 0 ? -1 : code(codeOf.get(j), from.levels(j)[c]);
    }
    for (int j = 0; j < ids.length; j++) {
      ids[j][n] = from.ids(j)[i];
    }
    target[n] =
        from.labels() == null
            ? from.target()[i]
            : code(labelOf, from.labels()[(int) from.target()[i]]);
    key[n] = from.key()[i];
    if (weight != null) {
      weight[n] = from.weight(i);
    }
    if (group != null) {
      group[n] = from.group()[i];
    }
    if (order != null) {
      order[n] = from.order()[i];
    }
    if (fold != null) {
      fold[n] = from.fold()[i];
    }
    endRow();
  }

  /** Number of rows ended so far. */
  public int rows() {
    return n;
  }

  /** Returns the rows ended so far; the builder is used up. */
  public Block build() {
    resize(n);
    return new Block(this);
  }

  long place() {
    return place;
  }

  double[][] numbers() {
    return numbers;
  }

  int[][] codes() {
    return codes;
  }

  String[][] levels() {
    return codeOf.stream().map(m -> m.keySet().toArray(new String[0])).toArray(String[][]::new);
  }

  double[] target() {
    return target;
  }

  String[] labels() {
    return schema.task() == Task.CLASSIFICATION ? labelOf.keySet().toArray(new String[0]) : null;
  }

  double[] weight() {
    return weight;
  }

  long[] key() {
    return key;
  }

  long[] group() {
    return group;
  }

  long[] order() {
    return order;
  }

  int[] fold() {
    return fold;
  }

  String[][] ids() {
    return ids;
  }

  private static int code(Map<String, Integer> codes, String level) {
    Integer known = codes.putIfAbsent(level, codes.size());
    return known == null ? codes.size() - 1 : known;
  }

  private void blank() {
    if (n < key.length) {
      Arrays.stream(numbers).forEach(column -> column[n] = Double.NaN);
      Arrays.stream(codes).forEach(column -> column[n] = -1);
      key[n] = 0;
    }
  }

  private void resize(int size) {
    Arrays.setAll(numbers, j -> Arrays.copyOf(numbers[j], size));
    Arrays.setAll(codes, j -> Arrays.copyOf(codes[j], size));
    Arrays.setAll(ids, j -> Arrays.copyOf(ids[j], size));
    target = Arrays.copyOf(target, size);
    key = Arrays.copyOf(key, size);
    weight = weight == null ? null : Arrays.copyOf(weight, size);
    group = group == null ? null : Arrays.copyOf(group, size);
    order = order == null ? null : Arrays.copyOf(order, size);
    fold = fold == null ? null : Arrays.copyOf(fold, size);
  }
}
