package tenfold.core.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what a {@link Packer} wrote. Every size is held against the bytes that are there before
 * anything is made of it; what cannot be right is an {@link IllegalArgumentException}.
 */
final class Unpacker {

  /** No deflated byte stands for more than that many. */
  private static final long MOST = 1032;

  private final ByteBuffer content;

  /** Opens a file. */
  Unpacker(byte[] file) {
    if (file.length < Packer.HEAD) {
      throw new IllegalArgumentException(
          "it has %d bytes, and the least model has more".formatted(file.length));
    }
    byte[] mark = Arrays.copyOf(file, Packer.MARK.length);
    if (!Arrays.equals(mark, Packer.MARK)) {
      throw new IllegalArgumentException(
          "it begins with %s where this version's files begin with %s"
              .formatted(Arrays.toString(mark), Arrays.toString(Packer.MARK)));
    }
    int length = ByteBuffer.wrap(file).getInt(Packer.MARK.length);
    int deflated = file.length - Packer.HEAD;
    if (length < 0 || length > MOST * deflated) {
      throw new IllegalArgumentException(
          "%d bytes cannot hold the %d that it says".formatted(deflated, length));
    }
    content = ByteBuffer.wrap(inflated(file, new byte[length]));
  }

  private static byte[] inflated(byte[] file, byte[] out) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, Packer.HEAD, file.length - Packer.HEAD);
      int read = 0;
      int some = 1;
      while (some > 0 && read < out.length) {
        some = inflater.inflate(out, read, out.length - read);
        read += some;
      }
      // The checksum is looked at only when more is asked for than there is.
      boolean more = inflater.inflate(new byte[1]) > 0;
      if (more || read < out.length || !inflater.finished() || inflater.getRemaining() > 0) {
        throw new IllegalArgumentException("it is cut short or has more than it says");
      }
      return out;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("it cannot be inflated: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private void need(long bytes) {
    if (bytes > content.remaining()) {
      throw new IllegalArgumentException(
          "%d bytes should follow where %d are left".formatted(bytes, content.remaining()));
    }
  }

  /** Reads a number that is at least 0 and below {@code end}; {@code what} names it in errors. */
  int index(int end, String what) {
    long value = varint();
    if (value >= end) {
      throw new IllegalArgumentException(
          "%s %d is not among the %d there are".formatted(what, value, end));
    }
    return (int) value;
  }

  /** Reads how many things follow that take at least {@code bytes} bytes each. */
  int count(int bytes) {
    long value = varint();
    need(value * bytes);
    return (int) value;
  }

  int difference() {
    long value = varint();
    return (int) (value >>> 1) ^ -(int) (value & 1);
  }

  /** At most 32 bits. */
  private long varint() {
    long value = 0;
    for (int bits = 0; bits < 35; bits += 7) {
      need(1);
      byte next = content.get();
      value |= (next & 0x7FL) << bits;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number has more than 32 bits");
  }

  double number() {
    return numbers(1)[0];
  }

  String text() {
    byte[] bytes = new byte[count(1)];
    content.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  double[] numbers(long n) {
    long[] bits = planes(n, Double.BYTES);
    double[] out = new double[bits.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Double.longBitsToDouble(bits[i]);
    }
    return out;
  }

  /** Reads {@code n} values of {@code bytes} bytes each, without a sign. */
  long[] planes(long n, int bytes) {
    need(n * bytes);
    long[] out = new long[(int) n];
    for (int plane = 0; plane < bytes; plane++) {
      for (int i = 0; i < out.length; i++) {
        out[i] = (out[i] << 8) | (content.get() & 0xFF);
      }
    }
    return out;
  }

  /** Checks that nothing is left. */
  void end() {
    if (content.hasRemaining()) {
      throw new IllegalArgumentException("%d bytes are left over".formatted(content.remaining()));
    }
  }
}
