package tenfold.core.fold;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.BlockBuilder.Extra;
import tenfold.core.data.Feature;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.seed.Seed;

/** Small data sets for tests of folds: one number, a class, a group and a time for each row. */
final class Rows {

  record Line(double x, String label, String group, long time) {}

  private static final Schema SCHEMA =
      new Schema(
          List.of(new Feature("x", Kind.NUMBER)), "y", Task.CLASSIFICATION, List.of("number"));

  private Rows() {}

  /** Returns lines with different x, {@code perClass[c]} of each class. */
  static List<Line> ofClasses(List<Integer> perClass) {
    List<Line> lines = new ArrayList<>();
    for (int c = 0; c < perClass.size(); c++) {
      for (int i = 0; i < perClass.get(c); i++) {
        lines.add(new Line(1000 * c + i, "class" + c, "g", i));
      }
    }
    return lines;
  }

  /**
   * Returns the lines as blocks of at most {@code size} rows; rows keep their number in {@code
   * lines} as id.
   */
  static List<Block> blocks(List<Line> lines, int size, Set<Extra> extras) {
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += size) {
      BlockBuilder builder = new BlockBuilder(SCHEMA, extras);
      builder.at(0, from);
      for (int i = from; i < Math.min(from + size, lines.size()); i++) {
        Line line = lines.get(i);
        builder.number(0, line.x());
        builder.target(line.label());
        builder.id(0, String.valueOf(i));
        if (extras.contains(Extra.GROUP)) {
          builder.group("group", line.group());
        }
        if (extras.contains(Extra.ORDER)) {
          builder.order(line.time());
        }
        builder.endRow();
      }
      blocks.add(builder.build());
    }
    return blocks;
  }

  static Set<Extra> none() {
    return EnumSet.noneOf(Extra.class);
  }

  static Census census(List<Block> blocks) {
    Census census = new Census();
    for (Block block : blocks) {
      Census one = new Census();
      one.add(block);
      census.merge(one);
    }
    return census;
  }

  /** Returns the part of each row by its number. */
  static Map<Integer, Integer> parts(Folds folds, List<Block> blocks, int repeat) {
    Map<Integer, Integer> parts = new TreeMap<>();
    for (Block block : blocks) {
      int[] part = folds.of(block, repeat);
      for (int i = 0; i < part.length; i++) {
        parts.put(Integer.valueOf(block.ids(0)[i]), part[i]);
      }
    }
    return parts;
  }

  static Split kFold(int k, double test, long seed) {
    return split(new Split.Scheme.KFold(k), test, seed);
  }

  static Split split(Split.Scheme scheme, double test, long seed) {
    return new Split(
        new Split.Test.Share(test),
        scheme,
        new Seed(seed),
        1,
        Optional.empty(),
        List.of(),
        Split.Duplicates.TOGETHER,
        Optional.empty(),
        Optional.empty());
  }

  static Split with(Split s, List<String> group, Split.Duplicates duplicates, String orderBy) {
    return new Split(
        s.test(),
        s.scheme(),
        s.seed(),
        s.repeats(),
        s.stratify(),
        group,
        duplicates,
        Optional.ofNullable(orderBy),
        s.foldColumn());
  }
}
