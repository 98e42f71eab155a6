package tenfold.core.sweep.journal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Values that are some number of values of one type. */
final class Many {

  private Many() {}

  /** An array. */
  record OfArray(Class<?> component, Form each) implements Form {

    @Override
    public void write(DataOutput out, Object array) throws IOException {
      int length = Array.getLength(array);
      out.writeInt(length);
      for (int i = 0; i < length; i++) {
        each.write(out, Array.get(array, i));
      }
    }

    @Override
    public Object read(DataInput in) throws IOException {
      Object array = Array.newInstance(component, in.readInt());
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, each.read(in));
      }
      return array;
    }

    @Override
    public String shape() {
      return each.shape() + "[]";
    }
  }

  /** A list; what is read cannot be changed. */
  record OfList(Form each) implements Form {

    @Override
    public void write(DataOutput out, Object list) throws IOException {
      Collection<?> all = (Collection<?>) list;
      out.writeInt(all.size());
      for (Object one : all) {
        each.write(out, one);
      }
    }

    @Override
    public Object read(DataInput in) throws IOException {
      int size = in.readInt();
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        all.add(each.read(in));
      }
      return List.copyOf(all);
    }

    @Override
    public String shape() {
      return "list of " + each.shape();
    }
  }

  /**
   * A set of values that have an order, in which they are written; what is read can be added to.
   */
  record OfSet(Form each) implements Form {

    @Override
    public void write(DataOutput out, Object set) throws IOException {
      new OfList(each).write(out, new TreeSet<>((Collection<?>) set));
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return new TreeSet<>((List<?>) new OfList(each).read(in));
    }

    @Override
    public String shape() {
      return "set of " + each.shape();
    }
  }

  /** One value or none. */
  record OfOptional(Form each) implements Form {

    @Override
    public void write(DataOutput out, Object optional) throws IOException {
      each.write(out, ((Optional<?>) optional).orElse(null));
    }

    @Override
    public Object read(DataInput in) throws IOException {
      return Optional.ofNullable(each.read(in));
    }

    @Override
    public String shape() {
      return "optional " + each.shape();
    }
  }
}
