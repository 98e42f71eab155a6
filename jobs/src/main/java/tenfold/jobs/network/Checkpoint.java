package tenfold.jobs.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import tenfold.core.learn.network.State;

/**
 * All that a training needs to go on after an epoch.
 *
 * @param workers of the training
 * @param state after the epoch
 * @param best the state after the epoch to which early stopping would return; without it, the last
 * @param bestEpoch that epoch
 * @param curve a point for each epoch so far
 */
record Checkpoint(int workers, State state, State best, int bestEpoch, List<Point> curve) {

  private static final int MARK = 0x54464B01; // TFK and a version

  Checkpoint {
    curve = List.copyOf(curve);
  }

  /** Epochs so far. */
  int epochs() {
    return curve.size();
  }

  /** Returns it as a file, which ends in the checksum of what is before. */
  byte[] file() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MARK);
      out.writeInt(workers);
      out.writeInt(bestEpoch);
      out.writeInt(curve.size());
      for (Point point : curve) {
        out.writeInt(point.epoch());
        out.writeDouble(point.jTrain());
        out.writeDouble(point.jCv());
        out.writeDouble(point.loss());
        out.writeDouble(point.seconds());
      }
      write(state, out);
      write(best, out);
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is none in memory
    }
    return bytes.toByteArray();
  }

  private static void write(State state, DataOutputStream out) throws IOException {
    out.writeInt(state.batches());
    write(state.numbers(), out);
    write(state.memory(), out);
  }

  private static void write(float[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not whole; the message says how
   */
  static Checkpoint of(byte[] file) {
    int length = file.length - Long.BYTES;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      if (length < Integer.BYTES || in.readInt() != MARK) {
        throw new IllegalArgumentException("it does not begin as a checkpoint");
      }
      long said =
          new DataInputStream(new ByteArrayInputStream(file, length, Long.BYTES)).readLong();
      if (said != checksum(file, length)) {
        throw new IllegalArgumentException("its checksum is not that of its content");
      }
      int workers = in.readInt();
      int bestEpoch = in.readInt();
      List<Point> curve = new ArrayList<>();
      int points = in.readInt();
      for (int i = 0; i < points; i++) {
        curve.add(
            new Point(
                in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
      }
      return new Checkpoint(workers, state(in), state(in), bestEpoch, curve);
    } catch (IOException e) {
      throw new IllegalArgumentException("it is cut short", e);
    }
  }

  private static State state(DataInputStream in) throws IOException {
    int batches = in.readInt();
    return new State(floats(in), floats(in), batches);
  }

  private static float[] floats(DataInputStream in) throws IOException {
    float[] out = new float[in.readInt()];
    for (int i = 0; i < out.length; i++) {
      out[i] = in.readFloat();
    }
    return out;
  }
}
