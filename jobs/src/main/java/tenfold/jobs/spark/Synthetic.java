package tenfold.jobs.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import tenfold.core.data.DataException;
import tenfold.core.seed.Seed;

/**
 * Data that are made: {@code synthetic:digits?rows=1000&digits=0-9&fonts=all&size=28&seed=1},
 * digits in the fonts of the driver's machine. Columns are as in {@code data/digits.csv}, pixels
 * from 0 to 255.
 *
 * @param rows how many; the digits take turns
 * @param first digit
 * @param last digit
 * @param fonts names of families; empty: all that there are
 * @param size height and width of an image in pixels
 * @param seed of fonts and distortions
 */
record Synthetic(int rows, int first, int last, List<String> fonts, int size, long seed) {

  static final String PREFIX = "synthetic:";

  private static final String DIGITS = PREFIX + "digits";
  private static final int MOST_SIZE = 256;

  /** More pixels than that are not made on one driver. */
  private static final long MOST_PIXELS = 200_000_000;

  /** Reads an address. */
  static Synthetic of(String address) {
    int mark = address.indexOf('?');
    String kind = mark < 0 ? address : address.substring(0, mark);
    if (!kind.equals(DIGITS)) {
      throw refusal("is %s, but only %s is made".formatted(kind, DIGITS));
    }
    Map<String, String> given =
        new LinkedHashMap<>(
            Map.of("rows", "1000", "digits", "0-9", "fonts", "all", "size", "28", "seed", "1"));
    String settings = mark < 0 ? "" : address.substring(mark + 1);
    for (String setting : settings.isEmpty() ? new String[0] : settings.split("&", -1)) {
      String key = setting.split("=", 2)[0];
      if (!given.containsKey(key) || !setting.contains("=")) {
        throw refusal("has '%s', which is not one of its settings".formatted(setting));
      }
      given.put(key, setting.substring(key.length() + 1));
    }
    int rows = number(given, "rows", 1, 10_000_000);
    int size = number(given, "size", 4, MOST_SIZE);
    if ((long) rows * size * size > MOST_PIXELS) {
      throw refusal(
          "asks for %,d images of %d × %d, but at most %,d pixels are made"
              .formatted(rows, size, size, MOST_PIXELS));
    }
    String digits = given.get("digits");
    if (!digits.matches("\\d-\\d") || digits.charAt(0) >= digits.charAt(2)) {
      throw refusal(
          "has digits=%s, which must be the first and the last as in 0-4".formatted(digits));
    }
    String fonts = given.get("fonts");
    return new Synthetic(
        rows,
        digits.charAt(0) - '0',
        digits.charAt(2) - '0',
        fonts.equals("all") ? List.of() : List.of(fonts.split(",")),
        size,
        number(given, "seed", 0, Integer.MAX_VALUE));
  }

  private static int number(Map<String, String> given, String key, int min, int max) {
    try {
      int number = Integer.parseInt(given.get(key));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw refusal(
        "has %s=%s, which must be a whole number from %d to %d"
            .formatted(key, given.get(key), min, max));
  }

  private static DataException refusal(String what) {
    return new DataException(
        "data.path %s; use %s?rows=1000&digits=0-9&fonts=all&size=28&seed=1"
            .formatted(what, DIGITS));
  }

  /** Returns the rows. They are drawn here, since executors may have other fonts. */
  Dataset<Row> open(SparkSession spark) {
    List<byte[]> images = images();
    StructType types = new StructType();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        types = types.add("pixel_%d_%d".formatted(y, x), DataTypes.IntegerType, false);
      }
    }
    types = types.add("digit", DataTypes.IntegerType, false);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return spark.createDataFrame(context.parallelize(images).map(Synthetic::row), types);
  }

  /** The pixels of a row, then its digit. */
  private byte[] image(int row, Glyphs glyphs, Seed draws) {
    int digit = first + row % (last - first + 1);
    byte[] pixels = glyphs.image(digit, draws.child("row", row));
    byte[] line = Arrays.copyOf(pixels, pixels.length + 1);
    line[pixels.length] = (byte) digit;
    return line;
  }

  /** The rows as they are, without Spark: pixels, then the digit. */
  List<byte[]> images() {
    Glyphs glyphs = Glyphs.of(fonts, size);
    Seed draws = new Seed(seed).child("digits");
    List<byte[]> images = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      images.add(image(row, glyphs, draws));
    }
    return images;
  }

  private static Row row(byte[] line) {
    Object[] cells = new Object[line.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Byte.toUnsignedInt(line[i]);
    }
    return RowFactory.create(cells);
  }
}
