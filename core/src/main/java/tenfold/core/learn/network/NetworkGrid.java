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
import tenfold.core.sweep.Shape;

/**
 * What is swept over networks; the settings under {@code models.network}.
 *
 * @param layers hidden layers of each network
 * @param activations as {@link Fitting} has them, like the five that follow epochs
 * @param epochs numbers of epochs, at least 1 each; one where training stops early or all layers
 *     learn in the end
 * @param patience as {@link NetworkSettings} has it
 * @param output what the last layer is; empty: what the task asks for
 * @param image how the inputs are one; empty where they are none
 * @param augment how rows that train are distorted
 * @param transfer where the networks come from; then their layers are not known until that was read
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
    Optional<Image> image,
    Augment augment,
    Optional<Transfer> transfer) {

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
    if (fineTune(transfer).isPresent() && (epochs.size() > 1 || patience.isPresent())) {
      throw new IllegalArgumentException(
          "all layers can learn after one number of epochs, not %s"
              .formatted(patience.isPresent() ? "an early stop" : epochs.size()));
    }
    for (List<Layer> hidden :
        transfer.isPresent()
            ? List.<List<Layer>>of()
            : layers) { // what can be known without the data
      for (Activation activation : activations) {
        Ends ends = new Ends(image.orElse(null), output.orElse(Output.LINEAR), null);
        Topology.of(hidden, activation, ends.in(1), ends.output(), 1);
      }
    }
  }

  private static Optional<FineTune> fineTune(Optional<Transfer> transfer) {
    return transfer.flatMap(Transfer::fineTune);
  }

  /**
   * Returns the grid of the networks that begin as one that was read.
   *
   * @throws IllegalArgumentException if that has not as many layers as shall stay, or takes no
   *     images to be moved
   */
  public NetworkGrid startingFrom(Origin origin) {
    if (augment.moves() && origin.network().topology().image().isEmpty()) {
      throw new IllegalArgumentException(
          "models.network.augment moves pixels, but the network of %s takes no image; leave only noise"
              .formatted(transfer.orElseThrow().from()));
    }
    return new NetworkGrid(
        List.of(origin.network().topology().hidden()),
        activations,
        lambdas,
        epochs,
        batches,
        rates,
        optimizers,
        schedule,
        patience,
        output,
        image,
        augment,
        transfer.map(t -> t.of(origin)));
  }

  /** Numbers of epochs of fine-tuning; 0 alone where there is none. */
  private List<Integer> tuned() {
    return fineTune(transfer).map(FineTune::epochs).orElse(List.of(0));
  }

  /** Numbers of epochs after which networks are scored, those of fine-tuning added. */
  List<Integer> scored() {
    return epochs.stream().flatMap(e -> tuned().stream().map(t -> e + t)).toList();
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
    List<Axis> out = new ArrayList<>();
    out.add(new Axis("layers", networks, Sharing.FITTED, other));
    transfer.ifPresentOrElse(
        t -> {
          out.add(new Axis("from", List.of(t.from()), Sharing.FITTED, "one for all"));
          Object frozen = t.freezeTo().getAsInt();
          out.add(new Axis("freeze-to", List.of(frozen), Sharing.FITTED, "these layers stay"));
        },
        () -> out.add(new Axis("activation", words(activations), Sharing.FITTED, other)));
    out.add(new Axis("lambda", List.copyOf(lambdas), Sharing.FITTED, other));
    Sharing first = fineTune(transfer).isPresent() ? Sharing.FITTED : Sharing.SHARED;
    String fewer = "fewer epochs are the first of many";
    out.add(
        new Axis(
            "epochs",
            List.copyOf(epochs),
            first,
            first == Sharing.FITTED ? "of the layers that do not stay" : fewer));
    out.add(new Axis("batch", List.copyOf(batches), Sharing.FITTED, other));
    out.add(new Axis("learning-rate", List.copyOf(rates), Sharing.FITTED, other));
    out.add(new Axis("optimizer", words(optimizers), Sharing.FITTED, other));
    out.add(new Axis("schedule", List.of(schedule.toString()), Sharing.FITTED, "one for all"));
    fineTune(transfer)
        .ifPresent(
            f -> {
              out.add(new Axis("fine-tune.epochs", List.copyOf(f.epochs()), Sharing.SHARED, fewer));
              out.add(
                  new Axis(
                      "fine-tune.learning-rate",
                      List.of(f.rate()),
                      Sharing.FITTED,
                      "all layers learn"));
            });
    if (!augment.equals(Augment.NONE)) {
      out.add(
          new Axis(
              "augment", List.of(augment.toString()), Sharing.FITTED, "rows that train alone"));
    }
    out.add(
        new Axis(
            "early-stopping",
            stopping,
            Sharing.FITTED,
            patience.isPresent() ? "the held-out fold says when" : "no fold stops early"));
    return out;
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
                out.add(
                    new Fitting(
                        hidden, activation, lambda, batch, rate, optimizer, schedule, augment));
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
        for (int tuned : tuned()) {
          NetworkSettings settings =
              new NetworkSettings(number, tuned, fitting, patience, transfer);
          out.put(new Candidate("network", settings.params()), settings);
        }
      }
    }
    return out;
  }

  /** What the networks begin and end with on data of this shape. */
  Ends ends(Shape shape) {
    return new Ends(
        image.orElse(null),
        output.orElse(Output.of(shape)),
        transfer.map(t -> t.begun(epochs.get(0))).orElse(null));
  }
}
