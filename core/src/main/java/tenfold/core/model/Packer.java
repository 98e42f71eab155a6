package tenfold.core.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * Writes numbers and text as bytes: two letters and a version, the length of the content as four
 * bytes, and the content deflated, whose checksum tells damage.
 */
final class Packer {

  static final byte[] MARK = {'T', 'F', 1};

  /** Bytes before the deflated content. */
  static final int HEAD = MARK.length + Integer.BYTES;

  private static final int CHUNK = 1 << 16;

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  /** Writes a number that is at least 0: seven bits a byte, the low ones first. */
  void count(long value) {
    long rest = value;
    while (rest >= 0x80) {
      content.write((int) rest | 0x80);
      rest >>>= 7;
    }
    content.write((int) rest);
  }

  /** Writes a whole number of either sign, small where it is near 0. */
  void difference(int value) {
    count(Integer.toUnsignedLong(value << 1 ^ value >> 31));
  }

  void number(double value) {
    planes(new long[] {Double.doubleToRawLongBits(value)}, Double.BYTES);
  }

  void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length);
    content.writeBytes(bytes);
  }

  void numbers(double[] values) {
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(values[i]);
    }
    planes(bits, Double.BYTES);
  }

  /**
   * Writes the low {@code bytes} bytes of each value: first the highest of all, and so on. What
   * values have in common then stands together and takes next to nothing deflated.
   */
  void planes(long[] values, int bytes) {
    for (int plane = bytes - 1; plane >= 0; plane--) {
      for (long value : values) {
        content.write((int) (value >>> (8 * plane)));
      }
    }
  }

  /** Returns the file. */
  byte[] file() {
    int length = content.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MARK);
    for (int plane = Integer.BYTES - 1; plane >= 0; plane--) {
      out.write(length >>> (8 * plane));
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(content.toByteArray());
      deflater.finish();
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
