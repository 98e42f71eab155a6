package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.fold.Folds;
import tenfold.core.metric.Confusion;

/**
 * How a candidate did on one class against the others, on the rows held out of the first repeat.
 *
 * @param mean precision, recall and f1, those that are defined: means over the folds that have
 *     them; pooled where rows leave one by one, and out of bag
 * @param folds the same for each fold; empty where they are pooled
 */
public record ByClass(Map<String, Double> mean, List<Map<String, Double>> folds) {

  public ByClass {
    mean = Map.copyOf(mean);
    folds = List.copyOf(folds);
  }

  /** Returns how each class did, in the order of the problem's classes: a pass over the data. */
  public static List<ByClass> of(Engine engine, Problem problem, OutOfFold model) {
    List<Confusion> folds = engine.aggregate(new Pass(problem.classes(), problem.folds(), model));
    return IntStream.range(0, problem.classes().size())
        .mapToObj(c -> of(folds.stream().map(fold -> fold.of(c)).toList()))
        .toList();
  }

  private static ByClass of(List<Map<String, Double>> folds) {
    return folds.size() == 1
        ? new ByClass(folds.get(0), List.of())
        : new ByClass(FoldScore.mean(folds), folds);
  }

  private record Pass(List<String> classes, Folds folds, OutOfFold model)
      implements Aggregation<ArrayList<Confusion>> {

    @Override
    public String label() {
      return "the winner, class by class";
    }

    @Override
    public ArrayList<Confusion> zero() {
      boolean pooled = folds.leaveOneOut() || folds.outOfBag();
      return IntStream.range(0, pooled ? 1 : folds.folds())
          .mapToObj(f -> new Confusion(classes.size()))
          .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public void add(ArrayList<Confusion> into, Block block) {
      int[] part = folds.of(block, 0);
      int[] truth = Classes.of(block, classes);
      double[] predicted = model.predict(block);
      for (int i = 0; i < part.length; i++) {
        if (!Double.isNaN(predicted[i * classes.size()])) {
          Confusion its = into.get(into.size() == 1 ? 0 : part[i]);
          its.add(truth[i], Classes.likeliest(predicted, i, classes.size()), block.weight(i));
        }
      }
    }

    @Override
    public ArrayList<Confusion> merge(ArrayList<Confusion> into, ArrayList<Confusion> from) {
      for (int f = 0; f < into.size(); f++) {
        into.get(f).merge(from.get(f));
      }
      return into;
    }
  }
}
