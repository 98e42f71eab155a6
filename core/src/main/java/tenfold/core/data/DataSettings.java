package tenfold.core.data;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the data are and what their columns mean: the settings under {@code data}.
 *
 * @param paths what to read, in order; files, directories, globs, a {@code jdbc:} address or {@code
 *     table:NAME}
 * @param options handed to Spark's reader; values are text, numbers, booleans or lists of text
 * @param targets the column to predict; several labels are several columns
 * @param task what kind of prediction; empty: told from the target
 * @param positive of two classes the one that is y = 1; empty: the later in sorted order
 * @param id columns that are carried along and are not features
 * @param ignore columns left out
 * @param weight a column of row weights
 * @param categorical numbers that are really names
 * @param missing what to do about missing feature values
 */
public record DataSettings(
    List<String> paths,
    Map<String, Object> options,
    List<String> targets,
    Optional<Task> task,
    Optional<String> positive,
    List<String> id,
    List<String> ignore,
    Optional<String> weight,
    Set<String> categorical,
    Missing missing)
    implements Serializable {

  /** The column to predict; the names of several stand between commas, for messages. */
  public String target() {
    return String.join(", ", targets);
  }

  /** What becomes of rows with missing feature values. */
  public enum Missing {
    /** They are filled in, as each family does it. */
    IMPUTE,
    /** They are an error. */
    FAIL
  }
}
