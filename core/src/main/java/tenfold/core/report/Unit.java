package tenfold.core.report;

import java.util.OptionalDouble;

/** What J is in a report for people, and how its values are written. */
enum Unit {
  /** Regression. */
  HALF_SQUARE("half the mean squared error") {
    @Override
    String of(double j) {
      return Digits.of(j);
    }
  },
  /** Classification. */
  FRACTION("the fraction misclassified") {
    @Override
    String of(double j) {
      return Digits.percent(j);
    }
  },
  /** Several labels. */
  SHARE_OF_LABELS("the share of labels misclassified") {
    @Override
    String of(double j) {
      return Digits.percent(j);
    }
  };

  private final String meaning;

  Unit(String meaning) {
    this.meaning = meaning;
  }

  /** The unit of a report's J. */
  static Unit of(Report report) {
    return of(report.task(), report.labels().size());
  }

  /** The unit of J for a task, with that many labels if it has several. */
  static Unit of(String task, int labels) {
    if (labels > 0) {
      return SHARE_OF_LABELS;
    }
    return task.equals("classification") ? FRACTION : HALF_SQUARE;
  }

  /** What J is: the rest of a sentence that begins "J is". */
  String meaning() {
    return meaning;
  }

  /** Returns a value of J, or a difference of two. */
  abstract String of(double j);

  /** Returns a standard error of J, nothing where there is none. */
  String of(OptionalDouble error) {
    return error.isPresent() ? of(error.getAsDouble()) : "";
  }
}
