package tenfold.core.learn.boost;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what XGBoost writes as universal binary JSON: objects as maps, arrays as lists, numbers and
 * strings as such. An array of numbers of one type stays the bytes that it is, big-endian, and is
 * not copied.
 *
 * <p>Source: the UBJSON specification, draft 12; of it what XGBoost uses.
 */
final class Ubj {

  private final ByteBuffer in;

  private Ubj(ByteBuffer in) {
    this.in = in;
  }

  /** Returns the object that a file holds; the file is not modified and must not be. */
  @SuppressWarnings("unchecked") // keys of objects are strings
  static Map<String, Object> read(byte[] file) {
    return (Map<String, Object>) new Ubj(ByteBuffer.wrap(file)).value();
  }

  private Object value() {
    char type = type();
    return switch (type) {
      case '{' -> object();
      case '[' -> array();
      case 'S' -> string();
      case 'T' -> true;
      case 'F' -> false;
      case 'Z' -> "";
      default -> number(type);
    };
  }

  private char type() {
    return (char) in.get();
  }

  private Number number(char type) {
    return switch (type) {
      case 'i' -> in.get();
      case 'U' -> in.get() & 0xff;
      case 'I' -> in.getShort();
      case 'l' -> in.getInt();
      case 'L' -> in.getLong();
      case 'd' -> in.getFloat();
      case 'D' -> in.getDouble();
      default ->
          throw new IllegalArgumentException(
              "byte %d of a booster's file is '%s', which is no type of UBJSON"
                  .formatted(in.position() - 1, type));
    };
  }

  private int length() {
    return Math.toIntExact(number(type()).longValue());
  }

  private String string() {
    byte[] text = new byte[length()];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private Map<String, Object> object() {
    Map<String, Object> out = new LinkedHashMap<>();
    while (in.get(in.position()) != '}') {
      String key = string();
      out.put(key, value());
    }
    in.get();
    return out;
  }

  private Object array() {
    char first = type();
    char type = first == '$' ? type() : 0;
    if (type != 0) {
      in.get(); // the # before the length
    }
    int length = length();
    if (type != 0) {
      ByteBuffer numbers = in.slice(in.position(), length * bytes(type));
      in.position(in.position() + numbers.limit());
      return numbers;
    }
    List<Object> out = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      out.add(value());
    }
    return out;
  }

  private static int bytes(char type) {
    return switch (type) {
      case 'i', 'U' -> 1;
      case 'I' -> 2;
      case 'l', 'd' -> 4;
      default -> 8;
    };
  }
}
