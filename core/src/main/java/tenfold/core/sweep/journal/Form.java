package tenfold.core.sweep.journal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How values of one type are written and read. Any may be null where its type can. */
interface Form {

  /** Writes a value of the type. */
  void write(DataOutput out, Object value) throws IOException;

  /** Reads what {@link #write} has written. */
  Object read(DataInput in) throws IOException;

  /** A text that differs for types whose values are written differently. */
  String shape();

  /** The same for values that may be null. */
  default Form orNull() {
    Form present = this;
    return new Form() {
      @Override
      public void write(DataOutput out, Object value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
          present.write(out, value);
        }
      }

      @Override
      public Object read(DataInput in) throws IOException {
        return in.readBoolean() ? present.read(in) : null;
      }

      @Override
      public String shape() {
        return present.shape() + "?";
      }
    };
  }
}
