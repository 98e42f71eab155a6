package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Labels;
import tenfold.core.fold.Folds;
import tenfold.core.metric.Confusion;

/**
 * How a candidate did on one class against the others, or on one of several labels, on the rows
 * held out of the first repeat.
 *
 * @param mean precision, recall and f1, of a label j too, those that are defined: means over the
 *     folds that have them; pooled where rows leave one by one, and out of bag
 * @param folds the same for each fold; empty where they are pooled
 */
public record ByClass(Map<String, Double> mean, List<Map<String, Double>> folds) {

  public ByClass {
    mean = Map.copyOf(mean);
    folds = List.copyOf(folds);
  }

  /**
   * Returns how each class did, in the order of the problem's classes, or each label: a pass over
   * the data.
   */
  public static List<ByClass> of(Engine engine, Problem problem, OutOfFold model) {
    int labels = problem.labels();
    List<Confusion[]> folds =
        engine.aggregate(new Pass(problem.classes(), labels, problem.folds(), model));
    return IntStream.range(0, labels > 0 ? labels : problem.classes().size())
        .mapToObj(c -> of(folds.stream().map(f -> labels > 0 ? f[c].label() : f[0].of(c)).toList()))
        .toList();
  }

  private static ByClass of(List<Map<String, Double>> folds) {
    return folds.size() == 1
        ? new ByClass(folds.get(0), List.of())
        : new ByClass(FoldScore.mean(folds), folds);
  }

  /** Counts for each fold what was predicted: of the classes, or of each label's two. */
  private record Pass(List<String> classes, int labels, Folds folds, OutOfFold model)
      implements Aggregation<ArrayList<Confusion[]>> {

    @Override
    public String label() {
      return "the winner, class by class";
    }

    @Override
    public ArrayList<Confusion[]> zero() {
      boolean pooled = folds.leaveOneOut() || folds.outOfBag();
      return IntStream.range(0, pooled ? 1 : folds.folds())
          .mapToObj(f -> fold())
          .collect(Collectors.toCollection(ArrayList::new));
    }

    private int targets() {
      return Math.max(1, labels);
    }

    private Confusion[] fold() {
      int each = classes.size() / targets();
      return Stream.generate(() -> new Confusion(each)).limit(targets()).toArray(Confusion[]::new);
    }

    @Override
    public void add(ArrayList<Confusion[]> into, Block block) {
      int[] part = folds.of(block, 0);
      int[] truth = Labels.of(block, classes, labels);
      double[] predicted = model.predict(block);
      int each = classes.size() / targets();
      for (int i = 0; i < part.length; i++) {
        for (int t = 0; t < targets() && !Double.isNaN(predicted[i * classes.size()]); t++) {
          int at = i * targets() + t;
          into.get(into.size() == 1 ? 0 : part[i])[t].add(
              truth[at], Classes.likeliest(predicted, at, each), block.weight(i));
        }
      }
    }

    @Override
    public ArrayList<Confusion[]> merge(ArrayList<Confusion[]> into, ArrayList<Confusion[]> from) {
      for (int f = 0; f < into.size(); f++) {
        for (int t = 0; t < targets(); t++) {
          into.get(f)[t].merge(from.get(f)[t]);
        }
      }
      return into;
    }
  }
}
