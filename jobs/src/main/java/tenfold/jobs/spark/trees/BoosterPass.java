package tenfold.jobs.spark.trees;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import tenfold.core.data.Block;
import tenfold.core.data.Inputs;
import tenfold.core.learn.boost.Codes;
import tenfold.core.learn.boost.Stages;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Repeatable;

/**
 * Scores some boosters of one repeat on all rows in one pass: a row walks each of their trees once
 * and is scored after every number of rounds. Without areas under curves, as {@link ScorePass}.
 *
 * @param fits where each is kept
 * @param problem what the sweep is about
 * @param inputs the columns
 * @param judge of predictions
 * @param rounds after which boosters are scored, ascending; the cells of a fit
 * @param repeat which cut of the rows
 * @param boosters the fits; every executor gets them once
 */
record BoosterPass(
    List<BoosterLearner.Address> fits,
    Problem problem,
    Inputs inputs,
    Judge judge,
    List<Integer> rounds,
    int repeat,
    Broadcast<List<Trained>> boosters)
    implements Aggregation<Scores>, Repeatable<Scores> {

  @Override
  public String label() {
    return "boost: scoring";
  }

  /** All that the scores depend on. */
  private record Address(List<BoosterLearner.Address> fits, List<Integer> rounds) {}

  @Override
  public Record address(int group) {
    return new Address(fits, rounds);
  }

  @Override
  public Class<Scores> kind() {
    return Scores.class;
  }

  @Override
  public Scores zero() {
    return new Scores(judge, boosters.value().size(), rounds.size());
  }

  @Override
  public void add(Scores into, Block block) {
    int[] part = problem.folds().of(block, repeat);
    int[] all = IntStream.range(0, block.rows()).toArray();
    Codes codes = Codes.of(inputs, inputs.of(block), all);
    double[] truth = Targets.of(problem, block);
    List<Trained> walked = boosters.value();
    for (int fit = 0; fit < walked.size(); fit++) {
      Scores.Side[] side = sides(part, walked.get(fit).cut());
      for (int i = 0; i < side.length; i++) {
        into.counts(side[i], fit, block.weight(i));
      }
      Stages stages = walked.get(fit).stages();
      float[] sums = stages.begin(block.rows());
      int round = 0;
      for (int cell = 0; cell < rounds.size(); cell++) {
        for (; round < rounds.get(cell); round++) {
          stages.add(round, codes, sums);
        }
        add(into, fit, cell, block, side, truth, stages.predictions(sums));
      }
    }
  }

  private Scores.Side[] sides(int[] part, Cut cut) {
    return Arrays.stream(part)
        .mapToObj(p -> cut.side(problem.folds(), p))
        .toArray(Scores.Side[]::new);
  }

  private void add(
      Scores into,
      int fit,
      int cell,
      Block block,
      Scores.Side[] side,
      double[] truth,
      double[] predictions) {
    double[] said = new double[judge.outputs()];
    for (int i = 0; i < side.length; i++) {
      if (side[i] != Scores.Side.NEITHER) {
        System.arraycopy(predictions, i * said.length, said, 0, said.length);
        into.add(side[i], fit, cell, truth[i], said, block.weight(i));
      }
    }
  }

  @Override
  public Scores merge(Scores into, Scores from) {
    return into.merge(from);
  }
}
