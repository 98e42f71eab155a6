package tenfold.jobs.sweep;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import tenfold.core.data.Block;
import tenfold.core.data.Classes;
import tenfold.core.data.Labels;
import tenfold.core.fold.Folds;
import tenfold.core.sweep.OutOfFold;
import tenfold.jobs.spark.ParquetRows.Writer;

/** What a run says of single rows: their folds, and the winner's predictions for them. */
final class Tables {

  private Tables() {}

  /**
   * {@code folds/}: row key, ids, fold (-1 test, null never tested), and one column more for each
   * repeat.
   *
   * @param ids names of the id columns
   */
  record FoldRows(List<String> ids, Folds folds) implements Writer {

    @Override
    public MessageType type() {
      Types.MessageTypeBuilder type = begun(ids);
      for (int r = 0; r < folds.repeats(); r++) {
        type.optional(PrimitiveTypeName.INT32).named(r == 0 ? "fold" : "fold_" + (r + 1));
      }
      return type.named("row");
    }

    @Override
    public Filler of(Block block) {
      int[][] part =
          IntStream.range(0, folds.repeats())
              .mapToObj(r -> folds.of(block, r))
              .toArray(int[][]::new);
      return (i, row) -> {
        int next = begin(ids, block, i, row);
        for (int r = 0; r < part.length; r++) {
          if (part[r][i] != Folds.NEVER) {
            row.add(next + r, part[r][i]);
          }
        }
        return true;
      };
    }
  }

  /**
   * {@code predictions/}: row key, ids, fold (null out of bag), target and the prediction of the
   * model that did not see the row; for classes their names, and the probability that {@link
   * Classes#shown} tells. Several labels have these three each, called {@code target_LABEL} and so
   * on.
   *
   * @param ids names of the id columns
   * @param classes in the order of the model's probabilities; empty for a regression
   * @param labels names of several labels; empty where there is one target
   */
  record PredictionRows(
      List<String> ids, List<String> classes, List<String> labels, Folds folds, OutOfFold model)
      implements Writer {

    @Override
    public MessageType type() {
      Types.MessageTypeBuilder type = begun(ids);
      type.optional(PrimitiveTypeName.INT32).named("fold");
      if (classes.isEmpty()) {
        type.required(PrimitiveTypeName.DOUBLE).named("target");
        type.required(PrimitiveTypeName.DOUBLE).named("prediction");
      } else {
        suffixes().forEach(suffix -> ofClass(type, suffix));
      }
      return type.named("row");
    }

    private List<String> suffixes() {
      return labels.isEmpty() ? List.of("") : labels.stream().map(Labels::suffix).toList();
    }

    private static void ofClass(Types.MessageTypeBuilder type, String suffix) {
      for (String name : List.of("target", "prediction")) {
        type.required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(name + suffix);
      }
      type.required(PrimitiveTypeName.DOUBLE).named("probability" + suffix);
    }

    @Override
    public Filler of(Block block) {
      int[] part = folds.of(block, 0);
      double[] predicted = model.predict(block);
      int outputs = Math.max(1, classes.size());
      return (i, row) -> {
        if (part[i] == Folds.TEST || Double.isNaN(predicted[i * outputs])) {
          return false;
        }
        int next = begin(ids, block, i, row);
        if (part[i] != Folds.NEVER) {
          row.add(next, part[i]);
        }
        if (classes.isEmpty()) {
          row.add(next + 1, block.target()[i]);
          row.add(next + 2, predicted[i]);
        } else {
          String truth = block.labels()[(int) block.target()[i]];
          List<String> truths = labels.isEmpty() ? List.of(truth) : Labels.apart(truth);
          int each = outputs / truths.size();
          for (int t = 0; t < truths.size(); t++) {
            int at = i * truths.size() + t;
            row.add(next + 1 + 3 * t, truths.get(t));
            row.add(
                next + 2 + 3 * t, classes.get(t * each + Classes.likeliest(predicted, at, each)));
            row.add(next + 3 + 3 * t, Classes.shown(predicted, at, each));
          }
        }
        return true;
      };
    }
  }

  private static Types.MessageTypeBuilder begun(List<String> ids) {
    Types.MessageTypeBuilder type = Types.buildMessage();
    type.required(PrimitiveTypeName.INT64).named("row_key");
    for (String id : ids) {
      type.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(id);
    }
    return type;
  }

  /** Fills in the row's key and ids; returns the position of the next column. */
  private static int begin(List<String> ids, Block block, int i, Group row) {
    row.add(0, block.key()[i]);
    for (int j = 0; j < ids.size(); j++) {
      if (block.ids(j)[i] != null) {
        row.add(1 + j, block.ids(j)[i]);
      }
    }
    return 1 + ids.size();
  }
}
