package tenfold.jobs.spark.trees;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tenfold.core.data.Block;
import tenfold.core.sweep.Problem;
import tenfold.jobs.Local;

/** The rows that a cut holds out, and J as these tests compute it: by rows on the driver. */
record Held(Problem problem, Features features, Cut cut) implements Serializable {

  /** Returns the rows of these blocks, in the columns of {@link TrainingRows}. */
  Dataset<Row> of(JavaRDD<Block> blocks) {
    JavaRDD<Row> rows =
        blocks.flatMap(
            block -> {
              double[][] columns = features.inputs().of(block);
              double[] truth = Targets.of(problem, block);
              int[] part = problem.folds().of(block, cut.repeat());
              return IntStream.range(0, block.rows())
                  .filter(i -> part[i] == cut.fold())
                  .mapToObj(
                      i ->
                          RowFactory.create(truth[i], features.vector(columns, i), block.weight(i)))
                  .iterator();
            });
    return Local.spark()
        .createDataFrame(rows, new TrainingRows(problem, features, cut).of(blocks).schema());
  }

  /** Returns J of rows with columns {@code label}, {@code prediction} and {@code weight}. */
  static double j(Problem problem, Dataset<Row> predicted) {
    double weight = 0;
    double cost = 0;
    List<Row> rows = predicted.select("label", "prediction", "weight").collectAsList();
    for (Row row : rows) {
      double d = row.getDouble(1) - row.getDouble(0);
      weight += row.getDouble(2);
      cost +=
          row.getDouble(2) * (problem.classes().isEmpty() ? d * d / 2 : Math.abs(Math.signum(d)));
    }
    return cost / weight;
  }
}
