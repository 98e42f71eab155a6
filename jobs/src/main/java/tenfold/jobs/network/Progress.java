package tenfold.jobs.network;

import tenfold.core.learn.network.Course;
import tenfold.core.report.Digits;

/** The lines that tell how training goes. */
final class Progress {

  private static final String FORM = "%7s  %9s  %9s  %9s  %8s  %s";

  private Progress() {}

  /** The line above all others. */
  static String head(Course course) {
    return FORM.formatted(
        "epoch", "J_train", "J_cv", course.classifies() ? "log-loss" : "loss", "seconds", "left");
  }

  /** The line of the last epoch. */
  static String line(Checkpoint at, Course course) {
    Point last = at.curve().get(at.epochs() - 1);
    double mean = at.curve().stream().mapToDouble(Point::seconds).average().orElse(0);
    return FORM.formatted(
        last.epoch(),
        Digits.of(last.jTrain()),
        Digits.of(last.jCv()),
        Digits.of(last.loss()),
        "%.2f".formatted(last.seconds()),
        (course.patience().isPresent() ? "at most " : "about ")
            + Digits.seconds(mean * (course.epochs() - last.epoch())));
  }
}
