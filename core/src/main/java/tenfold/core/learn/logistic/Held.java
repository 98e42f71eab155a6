package tenfold.core.learn.logistic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.metric.ClassScore;
import tenfold.core.metric.ScoredRows;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Parallel;
import tenfold.core.sweep.Problem;

/**
 * The models of one lambda and cut, to be scored on the rows that their folds hold out with the
 * areas under curves: those need all rows of a fold at once, so the driver keeps their
 * probabilities, of as many models at a time as it may.
 *
 * @param cut into folds
 * @param model predicts every row by the model of the fold that holds it
 */
record Held(Cut cut, FoldProbabilities model) implements Serializable {

  /**
   * Returns the scores of each of {@code models}, fold by fold; none where even one model's rows
   * are too many to be kept. Makes a pass over the data, or one for as many models as are kept at a
   * time.
   */
  static List<ClassScore> scores(List<Held> models, Engine engine, Problem problem) {
    int classes = problem.classes().size();
    int group = ScoredRows.models(problem.rows(), classes);
    List<ClassScore> out = new ArrayList<>();
    for (int from = 0; group > 0 && from < models.size(); from += group) {
      List<Held> some = models.subList(from, Math.min(models.size(), from + group));
      List<Callable<ClassScore>> tasks = new ArrayList<>();
      for (ScoredRows rows : engine.aggregate(new Pass(problem, List.copyOf(some)))) {
        tasks.add(rows::score);
      }
      out.addAll(Parallel.run(engine.slots(), tasks));
    }
    return out;
  }

  private record Pass(Problem problem, List<Held> models)
      implements Aggregation<ArrayList<ScoredRows>> {

    private static final long serialVersionUID = 1;

    @Override
    public String label() {
      return "logistic: scoring";
    }

    @Override
    public ArrayList<ScoredRows> zero() {
      ArrayList<ScoredRows> out = new ArrayList<>();
      for (Held one : models) {
        for (int f = 0; f < one.cut().folds(); f++) {
          out.add(new ScoredRows(problem.classes().size()));
        }
      }
      return out;
    }

    @Override
    public void add(ArrayList<ScoredRows> into, Block block) {
      int classes = problem.classes().size();
      int[] truth = Classes.of(block, problem.classes());
      int at = 0;
      for (Held one : models) {
        double[] predicted = one.model().predict(block);
        int[][] rows = one.cut().rows(block);
        for (int f = 0; f < one.cut().folds(); f++, at++) {
          for (int i : rows[f]) {
            into.get(at).add(truth[i], predicted, i * classes, block.weight(i));
          }
        }
      }
    }

    @Override
    public ArrayList<ScoredRows> merge(ArrayList<ScoredRows> into, ArrayList<ScoredRows> from) {
      for (int i = 0; i < into.size(); i++) {
        into.get(i).merge(from.get(i));
      }
      return into;
    }
  }
}
