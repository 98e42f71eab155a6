package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.fold.Folds;
import tenfold.jobs.Local;

class ColocatedTest {

  /** Rows leave by the user's group. */
  private record ByGroup() implements Folds {
    @Override
    public int folds() {
      return 1;
    }

    @Override
    public int repeats() {
      return 1;
    }

    @Override
    public boolean ordered() {
      return false;
    }

    @Override
    public boolean leaveOneOut() {
      return true;
    }

    @Override
    public int[] of(Block block, int repeat) {
      return new int[block.rows()];
    }

    @Override
    public long[] units(Block block) {
      return block.group();
    }
  }

  @Test
  void rowsOfAUnitMeetInOneBlockAndNoRowIsLost() {
    Dataset<Row> rows =
        Local.spark()
            .range(0, 10_000, 1, 3)
            .selectExpr("id as a", "id % 100 as g", "concat('n', id % 3) as s", "id as y");
    try (Reading reading = Ask.of().group("g").read(rows)) {
      JavaRDD<Block> moved = Colocated.units(reading.blocks(), reading.schema(), new ByGroup());
      List<Double> seen = new ArrayList<>();
      Map<Long, Block> blockOf = new HashMap<>();
      for (Block block : moved.collect()) {
        for (int i = 0; i < block.rows(); i++) {
          seen.add(block.numbers(0)[i]);
          assertThat(block.target()[i]).isEqualTo(block.numbers(0)[i]);
          assertThat(block.levels(0)[block.codes(0)[i]])
              .isEqualTo("n" + (long) block.target()[i] % 3);
          assertThat(blockOf.putIfAbsent(block.group()[i], block)).isIn(null, block);
        }
      }
      assertThat(seen).hasSize(10_000).doesNotHaveDuplicates();
      moved.unpersist(true);
    }
  }
}
