package tenfold.core.learn.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.Cases;
import tenfold.core.data.Fitted;
import tenfold.core.sweep.Aggregation;
import tenfold.core.sweep.Candidate;
import tenfold.core.sweep.Engine;
import tenfold.core.sweep.OutOfFold;
import tenfold.core.sweep.Pieces;
import tenfold.core.sweep.Swept;
import tenfold.core.sweep.ThreadEngine;
import tenfold.core.sweep.Unit;

/** Everything that a cluster sends about arrives as it left. */
class ShippingTest {

  private static final Ridge RIDGE = RidgeTest.ridge(List.of(1, 2), List.of(0.0, 1.0), true);

  @SuppressWarnings("unchecked")
  private static <T> T shipped(T value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
      out.flush();
      return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends the work, and every statistic before it is merged, through serialisation. */
  private static Engine shipping(ThreadEngine engine) {
    return new Engine() {
      @Override
      public <S extends Serializable> S aggregate(Aggregation<S> work) {
        return engine.aggregate(new Shipped<>(shipped(work)));
      }

      @Override
      public <C extends Cases, S extends Serializable, R extends Serializable> List<Unit<R>> units(
          C table, Pieces<C, S, R> work) {
        return engine.units(table, work);
      }

      @Override
      public int slots() {
        return engine.slots();
      }

      @Override
      public int passes() {
        return engine.passes();
      }
    };
  }

  private record Shipped<S extends Serializable>(Aggregation<S> work) implements Aggregation<S> {

    @Override
    public String label() {
      return work.label();
    }

    @Override
    public S zero() {
      return work.zero();
    }

    @Override
    public void add(S into, Block block) {
      work.add(into, block);
    }

    @Override
    public S merge(S into, S from) {
      return work.merge(into, shipped(from));
    }
  }

  private static void compare(Rows rows) {
    Swept here = RIDGE.sweep(rows.engine(3, 2), rows.problem(), Set.of("mae"));
    Swept there = RIDGE.sweep(shipping(rows.engine(3, 2)), rows.problem(), Set.of("mae"));

    assertThat(there.results()).isEqualTo(here.results());
    for (Candidate candidate : RIDGE.candidates()) {
      Fitted model = here.refit(candidate);
      OutOfFold outOfFold = here.outOfFold(candidate);
      assertThat(shipped(model).predict(rows.block())).isEqualTo(model.predict(rows.block()));
      assertThat(shipped(outOfFold).predict(rows.block()))
          .isEqualTo(outOfFold.predict(rows.block()));
    }
  }

  private static Rows rows(int folds) {
    Rows rows = Rows.random(60, 2, folds, 1).named(3, 2).weighted(3);
    rows.level[4] = "once";
    for (double[] x : rows.x) {
      x[1] = x[0] * (1 + 1e-9 * x[1]); // so that factors travel too
    }
    return rows;
  }

  @Test
  void aSweepOfFoldsGivesTheSameBytesShipped() {
    compare(rows(3));
  }

  @Test
  void leaveOneOutGivesTheSameBytesShipped() {
    compare(rows(1).leaveOneOut(1));
  }
}
