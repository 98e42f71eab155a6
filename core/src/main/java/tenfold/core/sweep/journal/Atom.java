package tenfold.core.sweep.journal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Values that are made of no others. */
final class Atom implements Form {

  private static final Map<Class<?>, Atom> ALL = new HashMap<>();

  static {
    put(int.class, Integer.class, (out, v) -> out.writeInt((Integer) v), DataInput::readInt);
    put(long.class, Long.class, (out, v) -> out.writeLong((Long) v), DataInput::readLong);
    put(float.class, Float.class, (out, v) -> out.writeFloat((Float) v), DataInput::readFloat);
    put(double.class, Double.class, (out, v) -> out.writeDouble((Double) v), DataInput::readDouble);
    put(byte.class, Byte.class, (out, v) -> out.writeByte((Byte) v), DataInput::readByte);
    put(
        boolean.class,
        Boolean.class,
        (out, v) -> out.writeBoolean((Boolean) v),
        DataInput::readBoolean);
    put(String.class, String.class, Atom::writeText, Atom::readText);
  }

  private final String name;
  private final Writer writer;
  private final Reader reader;

  private Atom(String name, Writer writer, Reader reader) {
    this.name = name;
    this.writer = writer;
    this.reader = reader;
  }

  private interface Writer {
    void write(DataOutput out, Object value) throws IOException;
  }

  private interface Reader {
    Object read(DataInput in) throws IOException;
  }

  private static void put(Class<?> one, Class<?> boxed, Writer writer, Reader reader) {
    Atom atom = new Atom(one.getSimpleName(), writer, reader);
    ALL.put(one, atom);
    ALL.put(boxed, atom);
  }

  /** Returns the form of a type, or null if it is no atom. */
  static Atom of(Class<?> type) {
    return ALL.get(type);
  }

  private static void writeText(DataOutput out, Object text) throws IOException {
    byte[] bytes = ((String) text).getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Object readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void write(DataOutput out, Object value) throws IOException {
    writer.write(out, value);
  }

  @Override
  public Object read(DataInput in) throws IOException {
    return reader.read(in);
  }

  @Override
  public String shape() {
    return name;
  }
}
