package tenfold.core.learn.network;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import tenfold.core.data.DataException;
import tenfold.core.data.Feature;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;

/**
 * A network that learned elsewhere, with how rows became its inputs: what its layers make of inputs
 * holds only for inputs that are made alike.
 */
public final class Origin implements Serializable {

  private static final long serialVersionUID = 1;

  private final String name;
  private final Network network;
  private final Inputs inputs; // null: any columns of numbers
  private final double[] mean;
  private final double[] deviation;

  private Origin(String name, Network network, Inputs inputs, double[] mean, double[] deviation) {
    this.name = name;
    this.network = network;
    this.inputs = inputs;
    this.mean = mean;
    this.deviation = deviation;
  }

  /** The network of a model that is called so. */
  public static Origin of(String name, NetworkModel model) {
    Encoding encoding = model.encoding();
    return new Origin(
        name, model.network(), encoding.inputs(), encoding.mean(), encoding.deviation());
  }

  /**
   * A network whose columns have no names.
   *
   * @param mean what is subtracted from each column; owned
   * @param deviation what that is divided by; owned
   */
  static Origin unnamed(String name, Network network, double[] mean, double[] deviation) {
    return new Origin(name, network, null, mean, deviation);
  }

  /** What it learned. */
  public Network network() {
    return network;
  }

  /** How rows of these inputs become those of the network; they were checked. */
  Encoding encoding(Inputs data) {
    return new Encoding(Optional.ofNullable(inputs).orElse(data), mean, deviation);
  }

  /**
   * Checks that data have the columns that the network takes.
   *
   * @throws DataException if not
   */
  public void check(Schema schema) {
    List<Feature> found = schema.features();
    if (inputs == null) {
      checkCount(found);
      return;
    }
    List<Inputs.Input> known = inputs.columns();
    for (Inputs.Input column : known) {
      Feature same =
          found.stream()
              .filter(f -> f.name().equals(column.name()))
              .findFirst()
              .orElseThrow(
                  () ->
                      refusal(
                          "takes the column '%s', which is no feature of the data; use data with its columns"
                              .formatted(column.name())));
      if (same.kind() != column.kind()) {
        throw refusal(
            "takes %s in the column '%s', but the data have %s there; %s"
                .formatted(
                    kind(column.kind()),
                    column.name(),
                    kind(same.kind()),
                    column.kind() == Kind.NAME
                        ? "let data.categorical name it"
                        : "use numbers, or a source that learned from names"));
      }
    }
    for (int c = 0; c < found.size(); c++) {
      String column = found.get(c).name();
      if (known.stream().noneMatch(k -> k.name().equals(column))) {
        throw refusal(
            "does not know the column '%s' of the data; let data.ignore leave it out"
                .formatted(column));
      }
      if (!known.get(c).name().equals(column)) {
        throw refusal(
            "takes the column '%s' in place %d, where the data have '%s'; bring the columns into its order"
                .formatted(known.get(c).name(), c + 1, column));
      }
    }
  }

  private void checkCount(List<Feature> found) {
    long numbers = found.stream().filter(f -> f.kind() == Kind.NUMBER).count();
    if (numbers != mean.length || found.size() != mean.length) {
      throw refusal(
          "takes %d numbers, but the data have %d number columns and %d of names; let data.ignore leave out all others"
              .formatted(mean.length, numbers, found.size() - numbers));
    }
  }

  private DataException refusal(String what) {
    return new DataException("models.network.from: the network of %s %s".formatted(name, what));
  }

  private static String kind(Kind kind) {
    return kind == Kind.NUMBER ? "numbers" : "names";
  }
}
