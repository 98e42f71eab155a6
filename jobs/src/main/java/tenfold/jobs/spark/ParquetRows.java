package tenfold.jobs.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.SerializableConfiguration;
import tenfold.core.data.Block;

/**
 * Writes rows of blocks as parquet, a file for each partition. It goes past Spark's SQL, whose
 * start alone would cost a small run more than all of its sweep. A file appears whole, under a name
 * that only its partition decides, so a task that is tried again writes the same file again.
 */
public final class ParquetRows {

  private ParquetRows() {}

  /** Turns a block into rows. */
  public interface Writer extends Serializable {

    /** Fills {@code row} from row {@code i} of the block; returns false if it is left out. */
    interface Filler {
      boolean fill(int i, Group row);
    }

    /** The columns of the rows. */
    MessageType type();

    /** Returns what fills rows from this block. */
    Filler of(Block block);
  }

  /**
   * Writes {@code part-NNNNN.parquet} for every partition into the directory, and {@code _SUCCESS}
   * when all are there. What is in the directory, of a run that was killed, goes before.
   */
  public static void write(JavaRDD<Block> blocks, Store directory, Writer rows) {
    directory.remove();
    SerializableConfiguration hadoop =
        new SerializableConfiguration(blocks.context().hadoopConfiguration());
    String path = directory.path();
    Jobs.of(
        blocks.context(),
        "writing " + directory.name(),
        blocks.mapPartitionsWithIndex((i, part) -> one(part, i, path, rows, hadoop.value()), true)
            ::count);
    directory.write("_SUCCESS", "");
  }

  private static Iterator<Integer> one(
      Iterator<Block> blocks, int partition, String directory, Writer rows, Configuration hadoop)
      throws IOException {
    Unseen.check(Store.at(directory, hadoop).parent());
    MessageType type = rows.type();
    SimpleGroupFactory groups = new SimpleGroupFactory(type);
    Path target = new Path(directory, "part-%05d.parquet".formatted(partition));
    Path temporary =
        new Path(directory, "." + target.getName() + "." + TaskContext.get().taskAttemptId());
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(temporary, hadoop))
            .withType(type)
            .withConf(hadoop)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      while (blocks.hasNext()) {
        Block block = blocks.next();
        Writer.Filler filler = rows.of(block);
        for (int i = 0; i < block.rows(); i++) {
          Group row = groups.newGroup();
          if (filler.fill(i, row)) {
            out.write(row);
          }
        }
      }
    }
    FileSystem files = target.getFileSystem(hadoop);
    files.delete(target, false);
    if (!files.rename(temporary, target)) {
      throw new IOException("cannot rename %s to %s".formatted(temporary, target));
    }
    return List.of(partition).iterator();
  }
}
