package tenfold.core.seed;

import java.io.Serializable;

/**
 * A named position in one tree of random streams. A child depends on the root and the path of names
 * only, never on partition numbers, thread order or how many numbers a sibling drew.
 */
public record Seed(long value) implements Serializable {

  /** Returns the stream called {@code role} below this one. */
  public Seed child(String role) {
    return new Seed(Hash.of(value, Hash.of(role)));
  }

  /** Returns the stream called {@code role}, number {@code index}, below this one. */
  public Seed child(String role, long index) {
    return new Seed(Hash.of(child(role).value, index));
  }

  /**
   * Returns this stream's 64 random bits for {@code key}; for one seed, different keys give
   * different bits.
   */
  public long bits(long key) {
    return Hash.mix(Hash.mix(key) ^ value);
  }
}
