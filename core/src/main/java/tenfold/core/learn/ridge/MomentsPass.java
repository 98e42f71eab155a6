package tenfold.core.learn.ridge;

import tenfold.core.data.Block;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Problem;
import tenfold.core.sweep.Repeatable;

/** Gathers the moments of every part: the one pass that answers the sweep. */
record MomentsPass(Problem problem, Terms terms, Parting parting)
    implements Aggregation<Moments>, Repeatable<Moments> {

  private static final long serialVersionUID = 1;

  @Override
  public String label() {
    return "ridge: moments";
  }

  /** All that the moments depend on. */
  private record Address(Terms.Name terms, String parting) {}

  @Override
  public Record address(int group) {
    return new Address(terms.name(), parting.name());
  }

  @Override
  public Class<Moments> kind() {
    return Moments.class;
  }

  @Override
  public Moments zero() {
    return new Moments(Leading.FIRST + terms.count(), parting.parts());
  }

  @Override
  public void add(Moments into, Block block) {
    Leading.training(problem, terms, block, Expander.ROWS).each(parting.rows(block), into::add);
  }

  @Override
  public Moments merge(Moments into, Moments from) {
    into.merge(from);
    return into;
  }
}
