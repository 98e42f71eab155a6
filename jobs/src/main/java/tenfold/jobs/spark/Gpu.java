package tenfold.jobs.spark;

import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import tenfold.core.sweep.Accelerator;

/** The GPU that Spark's scheduler gives to a task: {@code spark.task.resource.gpu.amount}. */
public final class Gpu {

  private static final String NAME = "gpu";

  private Gpu() {}

  /** Does work of a task with the first GPU that was given to it, or without one. */
  public static <T> T withOwn(Supplier<T> work) {
    TaskContext task = TaskContext.get();
    ResourceInformation given = task == null ? null : task.resourcesJMap().get(NAME);
    return given == null || given.addresses().length == 0
        ? work.get()
        : Accelerator.with(number(given.addresses()[0]), work);
  }

  /**
   * Number of the device of an address.
   *
   * @throws IllegalStateException if it is none
   */
  static int number(String address) {
    try {
      return Integer.parseInt(address.strip());
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "Spark gave this task the GPU '%s', but a GPU is used by its number; let the discovery script announce numbers, as submit-scripts/gpus does"
              .formatted(address),
          e);
    }
  }
}
