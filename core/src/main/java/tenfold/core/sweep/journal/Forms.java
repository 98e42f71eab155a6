package tenfold.core.sweep.journal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The forms of types: atoms, enums, arrays, lists, sets and optional values, and records and
 * classes of ours. A sealed type is one of its kinds. What is read is of the types that are asked
 * for, never of one that the bytes name.
 */
final class Forms {

  private static final Map<Type, Form> KNOWN = new ConcurrentHashMap<>();

  private Forms() {}

  /**
   * Returns the form of a type.
   *
   * @throws IllegalArgumentException if it has none
   */
  static Form of(Type type) {
    Form known = KNOWN.get(type);
    if (known == null) {
      known = made(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  /** Returns the form of a field, which may be null if it can. */
  static Form field(Type type) {
    boolean primitive = type instanceof Class<?> its && its.isPrimitive();
    return primitive ? of(type) : of(type).orNull();
  }

  private static Form made(Type type) {
    if (type instanceof ParameterizedType generic) {
      Form each = field(generic.getActualTypeArguments()[0]);
      if (generic.getRawType() == List.class) {
        return new Many.OfList(each);
      }
      if (generic.getRawType() == Set.class) {
        return new Many.OfSet(each);
      }
      if (generic.getRawType() == Optional.class) {
        return new Many.OfOptional(each);
      }
    } else if (type instanceof Class<?> its) {
      Atom atom = Atom.of(its);
      if (atom != null) {
        return atom;
      }
      if (its.isArray()) {
        return new Many.OfArray(its.getComponentType(), field(its.getComponentType()));
      }
      if (its.isEnum()) {
        return new OneOf(its.getSimpleName(), List.of(its.getEnumConstants()));
      }
      return its.isSealed() ? new Kinds(its) : Fields.of(its);
    }
    throw new IllegalArgumentException(type + " has no form on disk");
  }

  /** A constant of an enum. */
  private record OneOf(String name, List<?> constants) implements Form {

    @Override
    public void write(DataOutput out, Object value) throws IOException {
      out.writeInt(constants.indexOf(value));
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return constants.get(in.readInt());
    }

    @Override
    public String shape() {
      return name + constants;
    }
  }

  /** One of the kinds of a sealed type. */
  private static final class Kinds implements Form {

    private final List<Class<?>> kinds;
    private final List<Form> forms;

    Kinds(Class<?> type) {
      kinds = Arrays.asList(type.getPermittedSubclasses());
      forms = kinds.stream().map(Forms::of).toList();
    }

    @Override
    public void write(DataOutput out, Object value) throws IOException {
      int kind = 0;
      while (!kinds.get(kind).isInstance(value)) {
        kind++;
      }
      out.writeInt(kind);
      forms.get(kind).write(out, value);
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return forms.get(in.readInt()).read(in);
    }

    @Override
    public String shape() {
      return "one of " + forms.stream().map(Form::shape).toList();
    }
  }
}
