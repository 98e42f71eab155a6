package tenfold.core.sweep.forecast;

import java.util.ArrayList;
import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Schema;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Problem;

/**
 * Some rows of a problem's training part.
 *
 * @param problem posed by these rows alone, encoded and cut into folds as all rows are
 * @param blocks the rows, in blocks as long as those of a reader
 */
public record Sample(Problem problem, List<Block> blocks) {

  private static final int BLOCK_ROWS = 4096;
  private static final double MOST = 200_000; // rows
  private static final double VALUES = 20_000_000; // 160 MB

  /** Gathers a sample in one pass of {@code engine}: at most as many rows as can be of use. */
  public static Sample of(Engine engine, Problem problem) {
    double share = Math.min(1, Math.min(MOST, VALUES / columns(problem)) / problem.rows());
    return new Sample(problem, engine.aggregate(pass(problem, share))).joined();
  }

  /** Columns of the data. */
  public int columns() {
    return columns(problem);
  }

  private static int columns(Problem problem) {
    return problem.schema().numbers().size() + problem.schema().names().size() + 1;
  }

  /** Number of rows. */
  public long rows() {
    return problem.rows();
  }

  /** About a share of these rows. */
  Sample part(double share) {
    SamplePass pass = pass(problem, share);
    ArrayList<Block> some = pass.zero();
    blocks.forEach(block -> pass.add(some, block));
    return new Sample(problem, some).joined();
  }

  private static SamplePass pass(Problem problem, double share) {
    return new SamplePass(problem.schema(), problem.folds(), share);
  }

  /** The same rows in whole blocks. */
  private Sample joined() {
    Schema schema = problem.schema();
    List<Block> whole = new ArrayList<>();
    BlockBuilder next = null;
    long rows = 0;
    for (Block block : blocks) {
      for (int i = 0; i < block.rows(); i++) {
        if (next == null) {
          next = BlockBuilder.like(schema, block);
          next.at(0, rows);
        }
        next.row(block, i);
        rows++;
        if (next.rows() == BLOCK_ROWS) {
          whole.add(next.build());
          next = null;
        }
      }
    }
    if (next != null) {
      whole.add(next.build());
    }
    return new Sample(
        new Problem(
            schema,
            problem.classes(),
            problem.encoder(),
            problem.folds(),
            rows,
            problem.shift(),
            problem.seed()),
        whole);
  }
}
