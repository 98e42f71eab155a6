package tenfold.core.data;

import java.io.Serializable;
import java.util.List;

/**
 * The columns of a data set by their part in the experiment.
 *
 * @param features what models may use, in the order of the data
 * @param targets the column to predict; several labels are several columns
 * @param task what kind of prediction that is
 * @param ids columns carried along so that rows can be joined; never features
 */
public record Schema(List<Feature> features, List<String> targets, Task task, List<String> ids)
    implements Serializable {

  public Schema {
    features = List.copyOf(features);
    targets = List.copyOf(targets);
    ids = List.copyOf(ids);
  }

  /** The columns of a data set of which one is to be predicted. */
  public Schema(List<Feature> features, String target, Task task, List<String> ids) {
    this(features, List.of(target), task, ids);
  }

  /** The column to predict; the names of several stand between commas, for messages. */
  public String target() {
    return String.join(", ", targets);
  }

  /** The labels to be predicted at once, each of two classes; none where there is one target. */
  public List<String> labels() {
    return targets.size() > 1 ? targets : List.of();
  }

  /** Names of the number columns, in the order of {@link Block#numbers}. */
  public List<String> numbers() {
    return named(Kind.NUMBER);
  }

  /** Names of the name columns, in the order of {@link Block#codes}. */
  public List<String> names() {
    return named(Kind.NAME);
  }

  private List<String> named(Kind kind) {
    return features.stream().filter(f -> f.kind() == kind).map(Feature::name).toList();
  }
}
