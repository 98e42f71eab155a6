package tenfold.core.report;

import java.util.List;
import java.util.stream.Collectors;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Axis.Sharing;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Shape;

/** A plan for a terminal. */
public final class PlanText {

  private static final int VALUES = 6;

  private PlanText() {}

  /** Returns the lines to print, without predictions of time. */
  public static String of(Plan plan) {
    StringBuilder out = new StringBuilder();
    out.append(
        "%s to train on, %s sealed for the test; %s; %s%s%n%n"
            .formatted(
                Digits.count(plan.shape().rows(), "row"),
                Digits.count(plan.testRows(), "row"),
                Digits.count(plan.shape().numbers() + plan.shape().indicators(), "feature"),
                scheme(plan.shape()),
                plan.shape().repeats() > 1
                    ? ", " + Digits.count(plan.shape().repeats(), "repeat")
                    : ""));
    for (Plan.Entry entry : plan.entries()) {
      out.append(entry.family()).append('\n');
      Columns axes = new Columns(List.of("axis", "values", "paid for", "why"));
      entry.axes().forEach(a -> axes.add(List.of(a.key(), values(a), kind(a), a.why())));
      out.append(axes.text());
      out.append(
          "  %s: %s from %s%n"
              .formatted(
                  Digits.count(entry.cost().candidates(), "candidate"),
                  Digits.count(entry.cost().models(), "model"),
                  Digits.count(entry.cost().fits(), "fit")));
      out.append(
          "  memory: on each executor %s for each of its cores, on the driver %s%n%n"
              .formatted(
                  Digits.bytes(entry.cost().taskBytes()),
                  Digits.bytes(entry.cost().driverBytes())));
    }
    out.append(
        "%s over the data, to count, profile%s; more only where sums keep too few digits%n"
            .formatted(
                Digits.count(plan.passes(), "pass"),
                plan.testRows() > 0 ? ", sweep and test" : " and sweep"));
    out.append(
        "the rows take %s of the executors' memory, and dealing the folds %s of the driver's for a moment%n%n"
            .formatted(Digits.bytes(plan.rowBytes()), Digits.bytes(plan.dealingBytes())));
    return out.toString();
  }

  private static String scheme(Shape shape) {
    if (shape.outOfBag()) {
      return "out-of-bag";
    }
    return shape.leaveOneOut() ? "leave-one-out" : Digits.count(shape.folds(), "fold");
  }

  private static String kind(Axis axis) {
    return axis.sharing() == Sharing.SHARED ? "shared: one fit for all" : "fitted: one fit each";
  }

  private static String values(Axis axis) {
    String shown =
        axis.values().stream().limit(VALUES).map(Digits::setting).collect(Collectors.joining(", "));
    int more = axis.values().size() - VALUES;
    return more > 0 ? "%s … (%d)".formatted(shown, axis.values().size()) : shown;
  }
}
