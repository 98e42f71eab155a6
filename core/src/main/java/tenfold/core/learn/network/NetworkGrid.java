package tenfold.core.learn.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Axis.Sharing;
import tenfold.core.sweep.Candidate;

/**
 * What is swept over networks; the settings under {@code models.network}.
 *
 * @param layers hidden layers of each network
 * @param activations as {@link Fitting} has them, like the five that follow epochs
 * @param epochs numbers of epochs, at least 1 each; one where training stops early
 * @param patience as {@link NetworkSettings} has it
 * @param output what the last layer is; empty: what the task asks for
 * @param image how the inputs are one; empty where they are none
 */
public record NetworkGrid(
    List<List<Layer>> layers,
    List<Activation> activations,
    List<Double> lambdas,
    List<Integer> epochs,
    List<Integer> batches,
    List<Double> rates,
    List<Optimizer> optimizers,
    Schedule schedule,
    OptionalInt patience,
    Optional<Output> output,
    Optional<Image> image) {

  public NetworkGrid {
    layers = List.copyOf(layers);
    activations = List.copyOf(activations);
    lambdas = List.copyOf(lambdas);
    epochs = List.copyOf(epochs);
    batches = List.copyOf(batches);
    rates = List.copyOf(rates);
    optimizers = List.copyOf(optimizers);
    if (patience.isPresent() && epochs.size() > 1) {
      throw new IllegalArgumentException(
          "training cannot stop early and sweep %d numbers of epochs".formatted(epochs.size()));
    }
    for (List<Layer> hidden : layers) { // what can be known without the data
      for (Activation activation : activations) {
        Ends ends = new Ends(image.orElse(null), output.orElse(Output.LINEAR));
        Topology.of(hidden, activation, ends.in(1), ends.output(), 1);
      }
    }
  }

  /** The axes, in the order of the configuration's keys. */
  List<Axis> axes() {
    String other = "another value trains another network";
    List<Object> networks =
        layers.stream()
            .map(l -> (Object) l.stream().map(Layer::toString).collect(Collectors.joining(", ")))
            .toList();
    List<Object> stopping =
        List.of(patience.isPresent() ? (Object) patience.getAsInt() : NetworkSettings.OFF);
    return List.of(
        new Axis("layers", networks, Sharing.FITTED, other),
        new Axis("activation", words(activations), Sharing.FITTED, other),
        new Axis("lambda", List.copyOf(lambdas), Sharing.FITTED, other),
        new Axis(
            "epochs", List.copyOf(epochs), Sharing.SHARED, "fewer epochs are the first of many"),
        new Axis("batch", List.copyOf(batches), Sharing.FITTED, other),
        new Axis("learning-rate", List.copyOf(rates), Sharing.FITTED, other),
        new Axis("optimizer", words(optimizers), Sharing.FITTED, other),
        new Axis("schedule", List.of(schedule.toString()), Sharing.FITTED, "one for all"),
        new Axis(
            "early-stopping",
            stopping,
            Sharing.FITTED,
            patience.isPresent() ? "the held-out fold says when" : "no fold stops early"));
  }

  private static List<Object> words(List<? extends Enum<?>> constants) {
    return constants.stream().map(c -> (Object) NetworkSettings.word(c)).toList();
  }

  /** Every way to train; the later a key in the configuration, the faster it runs. */
  List<Fitting> fittings() {
    List<Fitting> out = new ArrayList<>();
    for (List<Layer> hidden : layers) {
      for (Activation activation : activations) {
        for (double lambda : lambdas) {
          for (int batch : batches) {
            for (double rate : rates) {
              for (Optimizer optimizer : optimizers) {
                out.add(new Fitting(hidden, activation, lambda, batch, rate, optimizer, schedule));
              }
            }
          }
        }
      }
    }
    return out;
  }

  /** Every point of the grid with its settings, likewise; epochs run the fastest. */
  Map<Candidate, NetworkSettings> candidates() {
    Map<Candidate, NetworkSettings> out = new LinkedHashMap<>();
    for (Fitting fitting : fittings()) {
      for (int number : epochs) {
        NetworkSettings settings = new NetworkSettings(number, fitting, patience);
        out.put(new Candidate("network", settings.params()), settings);
      }
    }
    return out;
  }

  /** What the networks begin and end with where there are so many classes, 0 for a number. */
  Ends ends(int classes) {
    return new Ends(image.orElse(null), output.orElse(Output.of(classes)));
  }
}
