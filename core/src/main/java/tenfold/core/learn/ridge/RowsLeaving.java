package tenfold.core.learn.ridge;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Repeatable;

/**
 * Lets every row, or unit of rows, leave the training part: all of leave-one-out in one pass.
 *
 * @param grid from which the directions follow, given the data
 */
record RowsLeaving(
    Problem problem, Terms terms, RidgeGrid grid, List<Directions> directions, LeavingSums none)
    implements Aggregation<LeavingSums>, Repeatable<LeavingSums> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "ridge: leaving one out";
  }

  /** All that the sums depend on. */
  private record Address(Terms.Name terms, RidgeGrid grid) {}

  @Override
  public Record address(int group) {
    return new Address(terms.name(), grid);
  }

  @Override
  public Class<LeavingSums> kind() {
    return LeavingSums.class;
  }

  @Override
  public LeavingSums zero() {
    return none.empty();
  }

  @Override
  public void add(LeavingSums into, Block block) {
    Units.of(problem.folds(), block)
        .leave(
            problem,
            terms,
            directions,
            (candidate, row, root, c, jTrain) -> into.left(candidate, root, c, jTrain),
            into::refused);
  }

  @Override
  public LeavingSums merge(LeavingSums into, LeavingSums from) {
    into.merge(from);
    return into;
  }
}
