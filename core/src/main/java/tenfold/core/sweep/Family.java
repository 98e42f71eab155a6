package tenfold.core.sweep;

import java.util.List;
import java.util.Set;
import tenfold.core.data.Task;

/**
 * A family of models with the grid that is swept over it: says which axes one fit answers, scores
 * every candidate on every fold, and refits one. A new family is one package and one line in the
 * list of families.
 */
public interface Family {

  /** Name in configurations and reports, such as {@code ridge}. */
  String name();

  /** What it can predict. */
  Set<Task> tasks();

  /** The grid's axes, those with one value too, in the order of the configuration's keys. */
  List<Axis> axes();

  /** All candidates, in a stable order. */
  List<Candidate> candidates();

  /**
   * What the sweep would cost on data of this shape. Throws {@link TooLarge} if it cannot be held.
   */
  Cost cost(Shape shape);

  /**
   * Scores every candidate on every fold.
   *
   * @param asked metrics that must be among each candidate's, beyond those that come for nothing
   */
  Swept sweep(Engine engine, Problem problem, Set<String> asked);

  /** Orders candidates of this family from simple to complex. */
  int compareComplexity(Candidate a, Candidate b);
}
