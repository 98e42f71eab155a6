package tenfold.core.conf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tenfold.core.learn.network.FineTune;
import tenfold.core.learn.network.Transfer;

/** Reads {@code from}, {@code freeze-to} and {@code fine-tune} of {@code models.network}. */
final class TransferBlock {

  static final Schema.Keys FINE_TUNE = Schema.Keys.of("epochs", "learning-rate");

  private static final Limits AT_LEAST_ZERO = Limits.integers(0, 1_000_000_000);

  private TransferBlock() {}

  /** Returns the transfer; nothing where the networks begin with nothing. */
  static Optional<Transfer> read(Section block) {
    Optional<String> from =
        block.optional("from", s -> s.text("a run, a model directory or a Keras file in quotes"));
    Optional<Integer> freezeTo = block.optional("freeze-to", s -> s.integer(AT_LEAST_ZERO));
    Optional<FineTune> fineTune = block.optionalBlock("fine-tune").map(TransferBlock::fineTune);
    if (from.isEmpty()) {
      for (String key : List.of("freeze-to", "fine-tune")) {
        if (block.has(key)) {
          throw block.error(
              key, "is for a network that learned before; say from = \"runs/…\", or leave it out");
        }
      }
      return Optional.empty();
    }
    for (String key : List.of("layers", "activation", "image")) {
      if (block.has(key)) {
        throw block.error(key, "comes with the network that from names; leave it out");
      }
    }
    OptionalInt frozen = freezeTo.map(OptionalInt::of).orElse(OptionalInt.empty());
    return Optional.of(new Transfer(from.get(), frozen, fineTune, Optional.empty()));
  }

  private static FineTune fineTune(Section block) {
    return new FineTune(
        block.required(
            "epochs",
            s -> Lists.integers(s, AT_LEAST_ZERO),
            "how often all layers see every row in the end"),
        block.required(
            "learning-rate",
            s -> s.number(NetworkBlock.RATE),
            "the rate of all layers, smaller than models.network.learning-rate"));
  }

  /** Refuses what fine-tuning cannot be beside. */
  static void check(Section block, Optional<Transfer> transfer, int swept, OptionalInt patience) {
    if (transfer.flatMap(Transfer::fineTune).isEmpty()) {
      return;
    }
    if (swept > 1) {
      throw block.error(
          "epochs",
          "sweeps %d numbers, but fine-tune begins after one of them; use one, and sweep fine-tune.epochs"
              .formatted(swept));
    }
    if (patience.isPresent()) {
      throw block.error(
          "early-stopping",
          "is %d, but fine-tune begins after a known number of epochs; use off, or leave fine-tune out"
              .formatted(patience.getAsInt()));
    }
  }
}
