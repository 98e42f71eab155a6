package tenfold.core.model;

import java.util.List;
import tenfold.core.data.Fitted;
import tenfold.core.data.Schema;

/** How the numbers of one kind of model are written; the manifest says the rest. */
interface Form {

  /** The kind, as the manifest calls it. */
  String model();

  /** The models that are of this kind. */
  Class<? extends Fitted> type();

  /** The name of the file. */
  String file();

  /** What tells that a file is damaged. */
  enum Checked {
    /** Reading it. */
    BY_READING,
    /** Its digest, which the manifest has and which must be right before it is read. */
    BY_DIGEST
  }

  /** What tells that a file of this form is damaged. */
  default Checked checked() {
    return Checked.BY_READING;
  }

  /** Returns the file of a model of {@link #type()}. */
  byte[] write(Fitted model);

  /**
   * Reads a file.
   *
   * @param schema the columns that the model expects
   * @param classes what it predicts, empty for numbers
   * @throws IllegalArgumentException if the file is damaged; the message says how
   */
  Fitted read(byte[] file, Schema schema, List<String> classes);
}
