package tenfold.core.sweep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.BlockBuilder.Extra;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Seed;

/** A small classification: one number, a class, a weight and a written fold for each row. */
final class ClassRows {

  static final Schema SCHEMA =
      new Schema(List.of(new Feature("x", Kind.NUMBER)), "y", Task.CLASSIFICATION, List.of());

  record Line(double x, String label, double weight, int part) {}

  private ClassRows() {}

  /** The lines in blocks of three, one block a partition. */
  static ThreadEngine engine(List<Line> lines) {
    List<List<Block>> partitions = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += 3) {
      BlockBuilder builder = new BlockBuilder(SCHEMA, EnumSet.of(Extra.WEIGHT, Extra.FOLD));
      for (Line line : lines.subList(from, Math.min(from + 3, lines.size()))) {
        builder.number(0, line.x());
        builder.target(line.label());
        builder.weight(line.weight());
        builder.fold(line.part());
        builder.endRow();
      }
      partitions.add(List.of(builder.build()));
    }
    return new ThreadEngine(partitions, 2);
  }

  /** The problem that lines pose, cut as {@code folds} says. */
  static Problem problem(List<Line> lines, Folds folds) {
    Survey survey = engine(lines).aggregate(new SurveyPass(SCHEMA, folds));
    return Problem.of(SCHEMA, folds, survey, new Seed(1));
  }

  /** Folds as the lines have them. */
  record Written(int folds) implements Folds {
    @Override
    public int[] of(Block block, int repeat) {
      return block.fold();
    }
  }

  /** The same, each fold trained on those before it. */
  record Ordered(int folds) implements Folds {
    @Override
    public boolean ordered() {
      return true;
    }

    @Override
    public int[] of(Block block, int repeat) {
      return block.fold();
    }
  }

  /** All rows that are not sealed leave one by one. */
  record One() implements Folds {
    @Override
    public int folds() {
      return 1;
    }

    @Override
    public boolean leaveOneOut() {
      return true;
    }

    @Override
    public int[] of(Block block, int repeat) {
      return block.fold();
    }
  }
}
