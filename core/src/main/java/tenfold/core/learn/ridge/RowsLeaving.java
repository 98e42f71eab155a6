package tenfold.core.learn.ridge;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;

/** Lets every row, or unit of rows, leave the training part: all of leave-one-out in one pass. */
record RowsLeaving(Problem problem, Terms terms, List<Directions> directions, LeavingSums none)
    implements Aggregation<LeavingSums> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "leave one out";
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
