package tenfold.core.sweep.journal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tenfold.core.data.Cases;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Repeatable;
import tenfold.core.sweep.Unit;

/**
 * An engine that works no unit twice, nor a pass over the data that took long: each is kept in a
 * journal where it is finished, under a name made of all that it depends on, and found there by
 * whoever asks for it again.
 */
public final class Journaled implements Engine {

  /** Nanoseconds of a pass that is as soon made again as kept. */
  private static final long SHORT = 50_000_000;

  /** Nanoseconds of a pass that pay for keeping a byte of it: ten times what a slow disk takes. */
  private static final long BYTE = 200;

  private final Engine engine;
  private final Journal journal;
  private final String scope;
  private final Consumer<String> told;
  private Set<String> earlier; // null: not looked yet
  private int passesKept;
  private int unitsKept;

  /**
   * A journaled engine.
   *
   * @param scope names the data, how they are split and the release: what all units depend on
   * @param told of units that had to be set aside, a sentence each
   */
  public Journaled(Engine engine, Journal journal, String scope, Consumer<String> told) {
    this.engine = engine;
    this.journal = journal;
    this.scope = scope;
    this.told = told;
  }

  /** How many units were found in the journal so far. */
  public int found() {
    return unitsKept;
  }

  /** What works what the journal does not have. */
  public Engine engine() {
    return engine;
  }

  @Override
  public <S extends Serializable> S aggregate(Aggregation<S> work) {
    if (!(work instanceof Repeatable<?> repeatable)) {
      return engine.aggregate(work);
    }
    @SuppressWarnings("unchecked") // work says of what kind its own statistic is
    Repeatable<S> its = (Repeatable<S>) repeatable;
    String name = Codec.name(scope, its.kind(), its.address(0));
    Optional<S> found = earlier().contains(name) ? read(its.kind(), name) : Optional.empty();
    if (found.isPresent()) {
      passesKept++;
      return found.get();
    }
    long from = System.nanoTime();
    S statistic = engine.aggregate(work);
    long took = System.nanoTime() - from;
    if (took >= SHORT) {
      byte[] bytes = Codec.bytes(its.kind(), statistic);
      if (took >= BYTE * bytes.length) {
        journal.keep(name, bytes);
      }
    }
    return statistic;
  }

  /** What was kept before the first pass: looked at once, since there may be many short passes. */
  private Set<String> earlier() {
    if (earlier == null) {
      earlier = journal.names();
    }
    return earlier;
  }

  @Override
  public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C cases, Pieces<C, S, R> work) {
    if (!(work instanceof Repeatable<?> repeatable)) {
      return engine.units(cases, work);
    }
    @SuppressWarnings("unchecked") // work says of what kind its own results are
    Repeatable<R> its = (Repeatable<R>) repeatable;
    return units(cases, work, its);
  }

  private <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C cases, Pieces<C, S, R> work, Repeatable<R> its) {
    List<String> names =
        IntStream.range(0, work.groups())
            .mapToObj(g -> Codec.name(scope, its.kind(), its.address(g)))
            .toList();
    Set<String> kept = journal.names();
    List<Optional<R>> found = new ArrayList<>();
    for (String name : names) {
      found.add(kept.contains(name) ? read(its.kind(), name) : Optional.empty());
    }
    unitsKept += (int) found.stream().filter(Optional::isPresent).count();
    int[] missing = IntStream.range(0, names.size()).filter(g -> found.get(g).isEmpty()).toArray();
    List<Unit<R>> worked = new ArrayList<>();
    if (missing.length > 0) {
      worked = engine.units(cases, new Missing<>(work, missing, names, its.kind(), journal));
    }
    List<Unit<R>> all = new ArrayList<>();
    int next = 0;
    for (Optional<R> one : found) {
      all.add(one.isPresent() ? new Unit.Done<>(one.get()) : worked.get(next++));
    }
    return all;
  }

  @Override
  public <R> R once(Class<R> kind, Record address, Supplier<R> work) {
    String name = Codec.name(scope, kind, address);
    Optional<R> found = earlier().contains(name) ? read(kind, name) : Optional.empty();
    if (found.isPresent()) {
      unitsKept++;
      return found.get();
    }
    R result = work.get();
    journal.keep(name, Codec.bytes(kind, result));
    return result;
  }

  private <R> Optional<R> read(Class<R> kind, String name) {
    try {
      Optional<byte[]> bytes = journal.read(name);
      return bytes.isPresent() ? Optional.of(Codec.value(kind, bytes.get())) : Optional.empty();
    } catch (Codec.Corrupt e) {
      told.accept(
          "a finished unit of the journal cannot be used, for %s; it is set aside as %s and worked again"
              .formatted(e.getMessage(), journal.setAside(name)));
      return Optional.empty();
    }
  }

  @Override
  public int slots() {
    return engine.slots();
  }

  @Override
  public int passes() {
    return engine.passes() + passesKept;
  }
}
