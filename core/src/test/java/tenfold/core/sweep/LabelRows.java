package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.BlockBuilder.Extra;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Labels;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Dealer;
import tenfold.core.fold.Folds;
import tenfold.core.fold.Split;
import tenfold.core.seed.Seed;

/** Rows of two numbers and two labels, {@code ripe} (no, yes) and {@code large} (0, 1). */
public final class LabelRows {

  /** The columns. */
  public static final Schema SCHEMA =
      new Schema(
          List.of(new Feature("a", Kind.NUMBER), new Feature("b", Kind.NUMBER)),
          List.of("ripe", "large"),
          Task.CLASSIFICATION,
          List.of());

  /** One row. */
  public record Line(double a, double b, String ripe, String large, double weight) {}

  private LabelRows() {}

  /** So many rows, most of them where their labels are. */
  public static List<Line> random(Random random, int n) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      lines.add(
          new Line(
              a,
              b,
              a + 0.3 * random.nextGaussian() > 0 ? "yes" : "no",
              a - b + 0.3 * random.nextGaussian() > 0 ? "1" : "0",
              1 + random.nextInt(2)));
    }
    return lines;
  }

  /** The lines in so many partitions, row by row in turn. */
  public static List<List<Block>> blocks(List<Line> lines, int partitions) {
    List<List<Block>> out = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      BlockBuilder builder = new BlockBuilder(SCHEMA, EnumSet.of(Extra.WEIGHT));
      builder.at(p, 0);
      for (int i = p; i < lines.size(); i += partitions) {
        Line line = lines.get(i);
        builder.number(0, line.a());
        builder.number(1, line.b());
        builder.target(Labels.joined(List.of(line.ripe(), line.large())));
        builder.weight(line.weight());
        builder.endRow();
      }
      out.add(List.of(builder.build()));
    }
    return out;
  }

  /** The problem that rows pose. */
  public static Problem problem(Engine engine, Split split) {
    Folds folds =
        Dealer.deal(split.unstratified(), Task.CLASSIFICATION, engine.aggregate(new CensusPass()));
    Survey survey = engine.aggregate(new SurveyPass(SCHEMA, folds));
    return Problem.of(SCHEMA, folds, survey, new Seed(1));
  }
}
