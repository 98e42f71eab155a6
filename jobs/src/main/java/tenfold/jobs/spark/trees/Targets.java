package tenfold.jobs.spark.trees;

import java.util.Arrays;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.sweep.Problem;

/** What is to be learned of each row, as one number. */
final class Targets {

  private Targets() {}

  /** Returns for each row the target less the shift, or the number of its class. */
  static double[] of(Problem problem, Block block) {
    return problem.classes().isEmpty()
        ? Arrays.stream(block.target()).map(y -> y - problem.shift()).toArray()
        : Arrays.stream(Classes.of(block, problem.classes())).asDoubleStream().toArray();
  }
}
