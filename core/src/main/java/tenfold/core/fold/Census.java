package tenfold.core.fold;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenfold.core.data.Block;
import tenfold.core.seed.Hash;

/**
 * What dealing folds needs to know of all rows: key, group, class and time of each, as far as the
 * data have them. Mergeable by appending; 8 to 40 bytes a row, held by the driver only while folds
 * are dealt.
 */
public final class Census implements Serializable {

  private static final long serialVersionUID = 1;

  /** The rows of one block; arrays are null where the data have no such column. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
  record Part(long place, long[] key, long[] group, long[] label, long[] order, int[] fold)
      implements Serializable {}

  private final List<Part> parts = new ArrayList<>();
  private final TreeMap<String, Long> labels = new TreeMap<>();
  private long rows;

  /** Adds the rows of a block. */
  public void add(Block block) {
    parts.add(
        new Part(
            block.place(), block.key(), block.group(), label(block), block.order(), block.fold()));
    rows += block.rows();
  }

  /** Adds what {@code other} has seen. */
  public void merge(Census other) {
    parts.addAll(other.parts);
    labels.putAll(other.labels);
    rows += other.rows;
  }

  /** Rows seen. */
  public long rows() {
    return rows;
  }

  List<Part> parts() {
    return parts;
  }

  /** The classes' names with the hashes that stand for them, in the order of the names. */
  Map<String, Long> labels() {
    return labels;
  }

  private long[] label(Block block) {
    if (block.labels() == null) {
      return null;
    }
    long[] hashes = Arrays.stream(block.labels()).mapToLong(Hash::of).toArray();
    for (int c = 0; c < hashes.length; c++) {
      labels.put(block.labels()[c], hashes[c]);
    }
    return Arrays.stream(block.target()).mapToLong(c -> hashes[(int) c]).toArray();
  }
}
