package tenfold.core.learn.ridge;

import java.util.List;
import tenfold.core.data.Block;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Repeatable;

/** Gathers the triangular factors of every part, for cells that moments cannot answer. */
record FactorsPass(Problem problem, Terms terms, List<Integer> degrees, Parting parting)
    implements Aggregation<Factors>, Repeatable<Factors> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "ridge: factors of ill-conditioned terms";
  }

  /** All that the factors depend on. */
  private record Address(Terms.Name terms, List<Integer> degrees, String parting) {}

  @Override
  public Record address(int group) {
    return new Address(terms.name(), degrees, parting.name());
  }

  @Override
  public Class<Factors> kind() {
    return Factors.class;
  }

  @Override
  public Factors zero() {
    return new Factors(degrees.stream().mapToInt(terms::count).toArray(), parting.parts());
  }

  @Override
  public void add(Factors into, Block block) {
    // A factor costs as much as a chunk of its own height, so the chunk should not be smaller.
    int capacity = Math.max(Expander.ROWS, Leading.FIRST + terms.count());
    Leading.training(problem, terms, block, capacity).each(parting.rows(block), into::add);
  }

  @Override
  public Factors merge(Factors into, Factors from) {
    into.merge(from);
    return into;
  }
}
