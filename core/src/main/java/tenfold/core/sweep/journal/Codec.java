package tenfold.core.sweep.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Results as bytes: a mark, the first 16 bytes of the SHA-256 of what follows, and the values
 * deflated, field by field. It is not Java's serialisation: of bytes nothing is made but what the
 * reader asks for.
 */
final class Codec {

  private static final int MARK = 0x54464A31; // TFJ1
  private static final int PRINT = 16;

  private Codec() {}

  /** Bytes that are not, or not all of, what was written. */
  static final class Corrupt extends Exception {
    private static final long serialVersionUID = 1;

    Corrupt(String message) {
      super(message);
    }
  }

  /** Returns a value as bytes. */
  static <T> byte[] bytes(Class<T> type, T value) {
    byte[] payload = deflated(plain(type, value));
    return ByteBuffer.allocate(Integer.BYTES + PRINT + payload.length)
        .putInt(MARK)
        .put(print(payload))
        .put(payload)
        .array();
  }

  /**
   * Returns the value.
   *
   * @throws Corrupt if {@code bytes} are not those of a value of this type
   */
  static <T> T value(Class<T> type, byte[] bytes) throws Corrupt {
    int head = Integer.BYTES + PRINT;
    if (bytes.length < head || ByteBuffer.wrap(bytes).getInt() != MARK) {
      throw new Corrupt("it does not begin like a unit of a journal");
    }
    byte[] payload = Arrays.copyOfRange(bytes, head, bytes.length);
    if (!Arrays.equals(print(payload), Arrays.copyOfRange(bytes, Integer.BYTES, head))) {
      throw new Corrupt("its content is not what its digest says");
    }
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(payload)))) {
      return type.cast(Forms.of(type).read(in));
    } catch (IOException | RuntimeException e) { // written by another release, whatever its digest
      throw new Corrupt("it is not of the kind that is asked for: " + e.getMessage());
    }
  }

  /** A name, of 32 digits, for a value of some type by all that it depends on. */
  static String name(String scope, Class<?> type, Record address) {
    String kinds = Forms.of(type).shape() + "\n" + address.getClass().getName();
    byte[] all = (scope + "\n" + kinds + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] its = plain(address.getClass(), address);
    byte[] print = print(ByteBuffer.allocate(all.length + its.length).put(all).put(its).array());
    return HexFormat.of().formatHex(print);
  }

  private static byte[] plain(Class<?> type, Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Forms.of(type).write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflated(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] print(byte[] bytes) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), PRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
