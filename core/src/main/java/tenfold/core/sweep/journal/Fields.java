package tenfold.core.sweep.journal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records, and classes with a constructor that takes their fields in order: made by it, so that
 * what it checks is checked. Or classes with one that takes nothing, whose fields are then set.
 */
final class Fields implements Form {

  private static final String OURS = "tenfold.";

  private final Class<?> type;
  private final List<Field> fields;
  private final List<Form> forms;
  private final Constructor<?> constructor;

  private Fields(Class<?> type, List<Field> fields, List<Form> forms, Constructor<?> constructor) {
    this.type = type;
    this.fields = fields;
    this.forms = forms;
    this.constructor = constructor;
  }

  /**
   * Returns the form of a class.
   *
   * @throws IllegalArgumentException if it is none of ours, or is not made of its fields
   */
  static Fields of(Class<?> type) {
    if (!type.getName().startsWith(OURS) || type.isInterface()) {
      throw new IllegalArgumentException(type + " has no form on disk");
    }
    List<Field> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(f -> !Modifier.isStatic(f.getModifiers()))
            .filter(f -> !Modifier.isTransient(f.getModifiers()))
            .toList();
    fields.forEach(field -> field.setAccessible(true));
    List<Form> forms = fields.stream().map(f -> Forms.field(f.getGenericType())).toList();
    return new Fields(type, fields, forms, constructor(type, fields));
  }

  private static Constructor<?> constructor(Class<?> type, List<Field> fields) {
    Class<?>[] types = fields.stream().map(Field::getType).toArray(Class<?>[]::new);
    Constructor<?> its =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(c -> Arrays.equals(c.getParameterTypes(), types))
            .findFirst()
            .or(
                () ->
                    Arrays.stream(type.getDeclaredConstructors())
                        .filter(c -> c.getParameterCount() == 0)
                        .findFirst())
            .orElseThrow(
                () -> new IllegalArgumentException(type + " has no constructor of its fields"));
    its.setAccessible(true);
    return its;
  }

  @Override
  public void write(DataOutput out, Object value) throws IOException {
    for (int f = 0; f < forms.size(); f++) {
      try {
        forms.get(f).write(out, fields.get(f).get(value));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public Object read(DataInput in) throws IOException {
    List<Object> values = new ArrayList<>();
    for (Form form : forms) {
      values.add(form.read(in));
    }
    try {
      if (constructor.getParameterCount() == values.size()) {
        return constructor.newInstance(values.toArray());
      }
      Object made = constructor.newInstance();
      for (int f = 0; f < fields.size(); f++) {
        fields.get(f).set(made, values.get(f));
      }
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IOException(type + " cannot be made of what was read", e);
    }
  }

  @Override
  public String shape() {
    return type.getName() + forms.stream().map(Form::shape).toList();
  }
}
