package tenfold.core.learn.network;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One point of a grid of networks.
 *
 * @param epochs times that every row is trained on, at most where training stops early; before
 *     fine-tuning
 * @param tuned likewise, in fine-tuning
 * @param fitting how the network is made and trained
 * @param patience epochs without a gain on the held-out fold after which training stops; empty
 *     where it does not stop early
 * @param transfer where the network comes from; empty: it begins with nothing
 */
public record NetworkSettings(
    int epochs, int tuned, Fitting fitting, OptionalInt patience, Optional<Transfer> transfer) {

  /** How a configuration says that training does not stop early. */
  public static final String OFF = "off";

  /** From simple to complex: fewer units, fewer layers, larger lambda, fewer epochs. */
  static final Comparator<NetworkSettings> COMPLEXITY =
      Comparator.comparingInt(NetworkSettings::units)
          .thenComparingInt(s -> s.fitting().layers().size())
          .thenComparing(s -> s.fitting().lambda(), Comparator.reverseOrder())
          .thenComparingInt(NetworkSettings::all);

  /** Epochs from the first to the last. */
  int all() {
    return epochs + tuned;
  }

  private int units() {
    return fitting.layers().stream().mapToInt(NetworkSettings::unitsOf).sum();
  }

  private static int unitsOf(Layer layer) {
    if (layer instanceof Layer.Dense dense) {
      return dense.units();
    }
    return layer instanceof Layer.Conv conv ? conv.filters() : 0;
  }

  /** These settings by their configuration keys, in the configuration's order. */
  Map<String, Object> params() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("layers", text(fitting));
    transfer.ifPresentOrElse(
        t -> {
          params.put("from", t.from());
          params.put("freeze-to", t.freezeTo().getAsInt());
        },
        () -> params.put("activation", word(fitting.activation())));
    params.put("lambda", fitting.lambda());
    params.put("epochs", epochs);
    params.put("batch", fitting.batch());
    params.put("learning-rate", fitting.rate());
    params.put("optimizer", word(fitting.optimizer()));
    params.put("schedule", fitting.schedule().toString());
    transfer
        .flatMap(Transfer::fineTune)
        .ifPresent(
            fineTune -> {
              params.put("fine-tune.epochs", tuned);
              params.put("fine-tune.learning-rate", fineTune.rate());
            });
    if (!fitting.augment().equals(Augment.NONE)) {
      params.put("augment", fitting.augment().toString());
    }
    params.put("early-stopping", patience.isPresent() ? (Object) patience.getAsInt() : OFF);
    return params;
  }

  /** The hidden layers as a configuration would write them. */
  static String text(Fitting fitting) {
    return fitting.layers().stream().map(Layer::toString).collect(Collectors.joining(", "));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
