package tenfold.core.sweep;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Labels;
import tenfold.core.fold.Folds;

/**
 * How many rows of the training part each class has in each part of each repeat, and what they
 * weigh. The rows of a regression count as of one class, {@link #NUMBERS}; those of several labels
 * are told apart by all of them. Mergeable.
 */
final class Tally implements Serializable {

  /** Stands for the class of rows that have none; no class has an empty name. */
  static final String NUMBERS = "";

  private static final long serialVersionUID = 1;
  private static final int FIRST = Folds.NEVER; // the lowest part

  private final Folds folds;
  private final TreeMap<String, long[]> rows = new TreeMap<>(); // by repeat, then part
  private final TreeMap<String, Double> weight = new TreeMap<>();

  Tally(Folds folds) {
    this.folds = folds;
  }

  /** Adds the training rows of a block. */
  void add(Block block) {
    String[] labels = block.labels() == null ? new String[] {NUMBERS} : block.labels();
    long[][] its = new long[labels.length][folds.repeats() * parts()];
    double[] weighs = new double[labels.length];
    for (int repeat = 0; repeat < folds.repeats(); repeat++) {
      int[] part = folds.of(block, repeat);
      for (int i = 0; i < part.length; i++) {
        if (part[i] != Folds.TEST) {
          int label = block.labels() == null ? 0 : (int) block.target()[i];
          its[label][repeat * parts() + part[i] - FIRST]++;
          weighs[label] += repeat == 0 ? block.weight(i) : 0;
        }
      }
    }
    for (int l = 0; l < labels.length; l++) {
      if (weighs[l] > 0) {
        plus(labels[l], its[l], weighs[l]);
      }
    }
  }

  void merge(Tally other) {
    other.rows.forEach((label, its) -> plus(label, its, other.weight.get(label)));
  }

  private void plus(String label, long[] its, double weighs) {
    long[] all = rows.computeIfAbsent(label, l -> new long[its.length]);
    Arrays.setAll(all, i -> all[i] + its[i]);
    weight.merge(label, weighs, Double::sum);
  }

  /** Returns the tally of the same rows by one of their labels alone. */
  Tally label(int label) {
    Tally out = new Tally(folds);
    rows.forEach(
        (joined, its) -> out.plus(Labels.apart(joined).get(label), its, weight.get(joined)));
    return out;
  }

  /** Names of the classes that have rows, in their order. */
  List<String> classes() {
    return Classes.inOrder(rows.keySet());
  }

  /** What the rows of each class weigh. */
  Map<String, Double> weights() {
    return weight;
  }

  /** Rows of a class in the training part. */
  long rows(String label) {
    return in(label, 0, part -> true);
  }

  /** Rows that a fold tests. */
  long tested(int repeat, int fold) {
    return rows.keySet().stream().mapToLong(label -> in(label, repeat, p -> p == fold)).sum();
  }

  /** The classes of the rows that train the model which is tested on a fold. */
  List<String> training(int repeat, int fold) {
    return classes().stream()
        .filter(label -> in(label, repeat, p -> folds.trains(p, fold)) > 0)
        .toList();
  }

  private long in(String label, int repeat, IntPredicate part) {
    long[] its = rows.get(label);
    return IntStream.range(0, parts())
        .filter(p -> part.test(p + FIRST))
        .mapToLong(p -> its[repeat * parts() + p])
        .sum();
  }

  private int parts() {
    return folds.folds() - FIRST;
  }
}
