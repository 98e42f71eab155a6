package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import tenfold.core.data.Block;
import tenfold.core.data.BlockBuilder;
import tenfold.core.data.Schema;
import tenfold.core.fold.Folds;
import tenfold.core.seed.Hash;

/**
 * Moves rows that leave together into one block, as leave-one-out needs them when units have
 * several rows.
 */
public final class Colocated {

  private Colocated() {}

  /** What one block sends to one partition; pieces are put in the order of their blocks' places. */
  private record Piece(long place, Block rows) implements Serializable {}

  /**
   * Returns the same rows, cached, in as many partitions of one block each, units whole, in an
   * order that repeats.
   */
  public static JavaRDD<Block> units(JavaRDD<Block> blocks, Schema schema, Folds folds) {
    int partitions = blocks.getNumPartitions();
    return blocks
        .flatMapToPair(block -> pieces(schema, block, folds, partitions))
        .groupByKey(new HashPartitioner(partitions))
        .mapPartitions(groups -> joined(schema, groups))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Iterator<Tuple2<Integer, Piece>> pieces(
      Schema schema, Block block, Folds folds, int partitions) {
    long[] unit = folds.units(block);
    TreeMap<Integer, BlockBuilder> to = new TreeMap<>();
    for (int i = 0; i < unit.length; i++) {
      int partition = (int) Math.floorMod(Hash.mix(unit[i]), (long) partitions);
      to.computeIfAbsent(partition, key -> BlockBuilder.like(schema, block)).row(block, i);
    }
    return to.entrySet().stream()
        .map(e -> new Tuple2<>(e.getKey(), new Piece(block.place(), e.getValue().build())))
        .iterator();
  }

  private static Iterator<Block> joined(
      Schema schema, Iterator<Tuple2<Integer, Iterable<Piece>>> groups) {
    List<Piece> pieces = new ArrayList<>();
    groups.forEachRemaining(group -> group._2().forEach(pieces::add));
    pieces.sort(Comparator.comparingLong(Piece::place));
    if (pieces.isEmpty()) {
      return List.<Block>of().iterator();
    }
    BlockBuilder all = BlockBuilder.like(schema, pieces.get(0).rows());
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.rows().rows(); i++) {
        all.row(piece.rows(), i);
      }
    }
    return List.of(all.build()).iterator();
  }
}
