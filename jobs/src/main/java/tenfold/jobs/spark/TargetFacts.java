package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.TreeSet;
import tenfold.core.data.Task;

/**
 * What the values of a target tell about the task: text, or at most 20 different whole numbers, are
 * classes.
 */
final class TargetFacts implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int CLASSES = 20;

  private final TreeSet<String> distinct = new TreeSet<>();
  private boolean text;
  private boolean fraction;

  /** Adds a value that is not missing. */
  void add(Object cell) {
    if (text) {
      return;
    }
    OptionalDouble number = Cells.number(cell);
    if (number.isEmpty()) {
      text = true;
    } else if (number.getAsDouble() != Math.rint(number.getAsDouble())) {
      fraction = true;
    } else if (distinct.size() <= CLASSES) {
      distinct.add(Cells.text(number.getAsDouble()));
    }
  }

  void merge(TargetFacts other) {
    text |= other.text;
    fraction |= other.fraction;
    distinct.addAll(other.distinct);
  }

  Task task() {
    return text || (!fraction && distinct.size() <= CLASSES)
        ? Task.CLASSIFICATION
        : Task.REGRESSION;
  }

  /** Why, in a few words. */
  String why() {
    if (text) {
      return "has values that are no numbers";
    }
    if (task() == Task.CLASSIFICATION) {
      return "has %d different whole numbers".formatted(distinct.size());
    }
    return fraction ? "has numbers with fractions" : "has more than 20 different numbers";
  }
}
