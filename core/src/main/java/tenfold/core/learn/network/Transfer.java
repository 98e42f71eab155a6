package tenfold.core.learn.network;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where networks of a grid come from that learned something else before.
 *
 * @param from names the source
 * @param freezeTo number of the layer up to which weights stay, from 1; 0: none stays; empty: all
 *     but the output
 * @param fineTune how all layers learn in the end; empty: they do not
 * @param origin the source; empty: it was not read yet
 */
public record Transfer(
    String from, OptionalInt freezeTo, Optional<FineTune> fineTune, Optional<Origin> origin) {

  /**
   * Returns the transfer from a source that was read.
   *
   * @throws IllegalArgumentException if the source has not as many layers as shall stay
   */
  Transfer of(Origin source) {
    int hidden = source.network().topology().hidden().size();
    if (freezeTo.orElse(0) > hidden) {
      throw new IllegalArgumentException(
          "models.network.freeze-to is %d, but the network of %s has %d hidden layers; use a number from 0 to %d"
              .formatted(freezeTo.getAsInt(), from, hidden, hidden));
    }
    return new Transfer(
        from, OptionalInt.of(freezeTo.orElse(hidden)), fineTune, Optional.of(source));
  }

  /**
   * What a training begins with.
   *
   * @param epochs of the new output
   */
  Begun begun(int epochs) {
    return new Begun(
        origin.orElseThrow(),
        freezeTo.getAsInt(),
        fineTune.isPresent() ? epochs : Begun.NEVER,
        fineTune.map(FineTune::rate).orElse(0.0));
  }
}
