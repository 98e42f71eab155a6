package tenfold.jobs.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import tenfold.core.data.Block;

/** Files that programs in other languages read: numbers of the machine, one after the other. */
final class Raw {

  private Raw() {}

  /**
   * Writes the rows: {@code <at>_X.bin} with the columns one after the other and {@code <at>_y.bin}
   * with targets or numbers of classes, of eight bytes each, and {@code <at>_fold.bin} with a fold
   * for each row, of four.
   */
  static void write(Workload work, Path at) throws IOException {
    int columns = work.problem().schema().numbers().size();
    try (OutputStream out = Files.newOutputStream(Path.of(at + "_X.bin"))) {
      for (int j = 0; j < columns; j++) {
        int column = j;
        write(work, block -> block.numbers(column), out);
      }
    }
    try (OutputStream out = Files.newOutputStream(Path.of(at + "_y.bin"))) {
      write(work, work::target, out);
    }
    int rows = work.blocks().stream().mapToInt(Block::rows).sum();
    byte[] folds = new byte[Integer.BYTES * rows];
    ByteBuffer into = ByteBuffer.wrap(folds).order(ByteOrder.nativeOrder());
    for (int i = 0; i < rows; i++) {
      into.putInt(i % Workload.FOLDS);
    }
    Files.write(Path.of(at + "_fold.bin"), folds);
  }

  private static void write(Workload work, Function<Block, double[]> column, OutputStream out)
      throws IOException {
    for (Block block : work.blocks()) {
      byte[] bytes = new byte[Double.BYTES * block.rows()];
      ByteBuffer into = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
      Arrays.stream(column.apply(block)).forEach(into::putDouble);
      out.write(bytes);
    }
  }
}
