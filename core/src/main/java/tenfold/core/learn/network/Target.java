package tenfold.core.learn.network;

import java.io.Serializable;
import tenfold.core.data.RawTable;

/**
 * How what is to be predicted becomes what a network answers. Classes are 1 and 0; numbers are
 * centred and scaled by the rows that train, but only scaled where the output is never negative.
 *
 * @param output of the network
 * @param centre what is subtracted from numbers
 * @param scale what they are divided by
 */
public record Target(Output output, double centre, double scale) implements Serializable {

  /** Returns the target that these rows of a table ask for; its numbers are less the shift. */
  static Target of(RawTable table, int[] train, Output output, double shift) {
    Moments moments = new Moments();
    for (Moments.Pass pass : Moments.Pass.values()) {
      Gauge.addTarget(pass, table, train, moments);
    }
    return of(moments, output, shift);
  }

  /** Returns the target that the moments of the numbers of the rows that train ask for. */
  static Target of(Moments moments, Output output, double shift) {
    if (output.classifies()) {
      return new Target(output, 0, 1);
    }
    double scale = moments.deviation() == 0 ? 1 : moments.deviation();
    return new Target(output, output == Output.RELU ? -shift : moments.mean(), scale);
  }

  /** How many labels of so many classes are answered at once; 0 where there is one target. */
  int labels(int classes) {
    return output == Output.SIGMOID && classes > 2 ? output.width(classes) : 0;
  }

  /** Writes what a network should answer to a row to {@code out} from {@code at} on. */
  void truth(RawTable table, int row, int width, float[] out, int at) {
    if (output == Output.SOFTMAX) {
      java.util.Arrays.fill(out, at, at + width, 0);
      out[at + table.label()[row]] = 1;
    } else if (output == Output.SIGMOID) {
      for (int l = 0; l < width; l++) {
        out[at + l] = table.label()[row * width + l];
      }
    } else {
      out[at] = (float) ((table.target()[row] - centre) / scale);
    }
  }

  /**
   * Returns predictions, row-major: a probability of each class, of several labels two for each; or
   * the number, less the shift.
   *
   * @param answers of the network
   */
  double[] predictions(double[] answers) {
    return switch (output) {
      case SOFTMAX -> answers;
      case SIGMOID -> {
        double[] out = new double[2 * answers.length];
        for (int i = 0; i < answers.length; i++) {
          out[2 * i] = 1 - answers[i];
          out[2 * i + 1] = answers[i];
        }
        yield out;
      }
      case LINEAR, RELU -> {
        double[] out = new double[answers.length];
        for (int i = 0; i < answers.length; i++) {
          out[i] = centre + scale * answers[i];
        }
        yield out;
      }
    };
  }
}
