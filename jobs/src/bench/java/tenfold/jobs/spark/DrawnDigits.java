package tenfold.jobs.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tenfold.core.data.Facts;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.RawTable;

/** Digits in fonts as a table, for {@code bench transfer}; in this package to reach them. */
public final class DrawnDigits {

  private DrawnDigits() {}

  /**
   * Draws digits.
   *
   * @param settings as {@code synthetic:digits?} has them, the size left out
   * @param side of an image in pixels
   */
  public static RawTable of(String settings, int side) {
    List<byte[]> images =
        Synthetic.of("synthetic:digits?%s&size=%d".formatted(settings, side)).images();
    int pixels = side * side;
    float[][] columns = new float[pixels][images.size()];
    for (int p = 0; p < pixels; p++) {
      for (int i = 0; i < images.size(); i++) {
        columns[p][i] = Byte.toUnsignedInt(images.get(i)[p]);
      }
    }
    int[] digits = images.stream().mapToInt(image -> image[pixels]).toArray();
    int[] known = IntStream.of(digits).distinct().sorted().toArray();
    return table(
        IntStream.range(0, pixels).mapToObj(p -> "pixel_" + p).toList(),
        columns,
        IntStream.of(digits).map(d -> d - known[0]).toArray(),
        IntStream.of(known).mapToObj(Integer::toString).toList());
  }

  /** A table of one part. */
  public static RawTable table(
      List<String> names, float[][] columns, int[] label, List<String> classes) {
    List<Inputs.Input> inputs = new ArrayList<>();
    names.forEach(name -> inputs.add(new Inputs.Input(name, Kind.NUMBER, List.of(), false)));
    int[][] part = {new int[label.length]};
    return new RawTable(new Inputs(inputs), columns, new Facts(classes, null, label, null, part));
  }
}
