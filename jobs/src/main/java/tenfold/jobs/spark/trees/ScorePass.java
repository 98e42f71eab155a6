package tenfold.jobs.spark.trees;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import tenfold.core.data.Block;
import tenfold.core.data.Inputs;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Repeatable;

/**
 * Scores some fits of one repeat on all rows in one pass: a row walks each of their trees once, and
 * from the way it took every shared axis is read.
 *
 * <p>Blocks stay where they are and scores merge, so there are no areas under curves: those would
 * take the probabilities of all rows for every cell.
 *
 * @param label for progress
 * @param fits where each is kept
 * @param problem what the sweep is about
 * @param inputs the columns
 * @param judge of predictions
 * @param cells what one fit answers
 * @param repeat which cut of the rows
 * @param forests the fits; every executor gets them once
 */
record ScorePass(
    String label,
    List<Learner.Address> fits,
    Problem problem,
    Inputs inputs,
    Judge judge,
    Cells cells,
    int repeat,
    Broadcast<List<Forest>> forests)
    implements Aggregation<Scores>, Repeatable<Scores> {

  /** All that the scores depend on. */
  private record Address(List<Learner.Address> fits, Cells cells) {}

  @Override
  public Record address(int group) {
    return new Address(fits, cells);
  }

  @Override
  public Class<Scores> kind() {
    return Scores.class;
  }

  @Override
  public Scores zero() {
    return new Scores(judge, forests.value().size(), cells.count());
  }

  @Override
  public void add(Scores into, Block block) {
    double[][] columns = inputs.of(block);
    int[] part = problem.folds().of(block, repeat);
    BlockScores scores = new BlockScores(this, into, block, columns, part);
    List<Forest> walked = forests.value();
    for (int fit = 0; fit < walked.size(); fit++) {
      scores.add(fit, walked.get(fit));
    }
    into.missing(missing(columns, part));
  }

  private static boolean missing(double[][] columns, int[] part) {
    return Arrays.stream(columns)
        .anyMatch(
            column -> {
              for (int i = 0; i < part.length; i++) {
                if (part[i] != Folds.TEST && Double.isNaN(column[i])) {
                  return true;
                }
              }
              return false;
            });
  }

  @Override
  public Scores merge(Scores into, Scores from) {
    return into.merge(from);
  }
}
