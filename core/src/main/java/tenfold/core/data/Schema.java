package tenfold.core.data;

import java.io.Serializable;
import java.util.List;

/**
 * The columns of a data set by their part in the experiment.
 *
 * @param features what models may use, in the order of the data
 * @param target the column to predict
 * @param task what kind of prediction that is
 * @param ids columns carried along so that rows can be joined; never features
 */
public record Schema(List<Feature> features, String target, Task task, List<String> ids)
    implements Serializable {

  public Schema {
    features = List.copyOf(features);
    ids = List.copyOf(ids);
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
