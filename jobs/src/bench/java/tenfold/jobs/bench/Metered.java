package tenfold.jobs.bench;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import tenfold.core.data.Cases;
import tenfold.core.data.Table;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Unit;

/** An engine that tells what its independent work took, apart from the passes before it. */
final class Metered implements Engine {

  private final Engine passing;
  private final Engine working;
  private Spent units;
  private Cases table;

  /** Passes over the data by one engine and works the table on another, or the same. */
  Metered(Engine passing, Engine working) {
    this.passing = passing;
    this.working = working;
  }

  @Override
  public <S extends Serializable> S aggregate(Aggregation<S> work) {
    return passing.aggregate(work);
  }

  @Override
  public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
      C on, Pieces<C, S, R> work) {
    table = on;
    List<Unit<R>> out = new ArrayList<>();
    units = Spent.on(() -> out.addAll(working.units(on, work)));
    return out;
  }

  /** What the last independent work took. */
  Spent units() {
    return units;
  }

  /** The coded table that it was on. */
  Table table() {
    return (Table) table;
  }

  @Override
  public int slots() {
    return passing.slots();
  }

  @Override
  public int passes() {
    return passing.passes();
  }
}
