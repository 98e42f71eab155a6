package tenfold.core.sweep.journal;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import tenfold.core.data.Cases;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Pieces;

/**
 * The groups of some work that no journal has; each is put into one where and when it is finished.
 *
 * @param which of the work's groups, ascending
 * @param names of all of its groups
 * @param kind of result
 */
@SuppressWarnings("ArrayRecordComponent") // shipped, never compared
record Missing<C extends Cases, S extends Serializable, R extends Serializable>(
    Pieces<C, S, R> work, int[] which, List<String> names, Class<R> kind, Journal journal)
    implements Pieces<C, S, R> {

  @Override
  public String label() {
    return work.label();
  }

  @Override
  public String name(Packing.Run run) {
    return work.name(new Packing.Run(which[run.group()], run.from(), run.to()));
  }

  @Override
  public int groups() {
    return which.length;
  }

  @Override
  public int pieces(int group) {
    return work.pieces(which[group]);
  }

  @Override
  public double cost(int group) {
    return work.cost(which[group]);
  }

  /** A task that is tried again, after its executor was lost, finds what that had finished. */
  @Override
  public Optional<R> finished(int group) {
    Optional<byte[]> bytes = journal.read(names.get(which[group]));
    try {
      return bytes.isPresent() ? Optional.of(Codec.value(kind, bytes.get())) : Optional.empty();
    } catch (Codec.Corrupt e) {
      return Optional.empty(); // worked again, and written over
    }
  }

  @Override
  public S zero(C cases, int group) {
    journal.check();
    return work.zero(cases, which[group]);
  }

  @Override
  public void add(S into, C cases, int group, int piece) {
    work.add(into, cases, which[group], piece);
  }

  @Override
  public S merge(S into, S from) {
    return work.merge(into, from);
  }

  @Override
  public R finish(C cases, int group, S all) {
    R result = work.finish(cases, which[group], all);
    journal.keep(names.get(which[group]), Codec.bytes(kind, result));
    return result;
  }
}
