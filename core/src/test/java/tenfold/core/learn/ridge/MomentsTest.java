package tenfold.core.learn.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.core.fold.Folds;
import tenfold.core.learn.terms.Around;
import tenfold.core.learn.terms.Expander;
import tenfold.core.learn.terms.Parting;
import tenfold.core.learn.terms.Terms;
import tenfold.core.sweep.Problem;

class MomentsTest {

  private static Moments gather(Rows rows, Terms terms) {
    Problem problem = rows.problem();
    Parting parting = new Parting.ByFold(problem.folds());
    return rows.engine(3, 2).aggregate(new MomentsPass(problem, terms, parting));
  }

  @Test
  void theOtherPartsJoinedAreTheMomentsOfTheTrainingRows() {
    Rows rows = Rows.random(1500, 2, 3, 1).named(3, 2).weighted(3);
    for (int i = 0; i < 100; i++) {
      rows.part[0][i] = i % 2 == 0 ? Folds.NEVER : Folds.TEST;
    }
    Terms terms = new Terms(3, 2, 3, Terms.Mixing.ALL);
    Moments moments = gather(rows, terms);
    int q = terms.count() + 2;

    for (int fold = 0; fold < 3; fold++) {
      double[] joined = new Around<>(rows.folds(), moments::gram, Moments::plus).training(fold);
      int f = fold;
      int[] training =
          IntStream.range(0, 1500).filter(i -> rows.folds().trains(rows.part[0][i], f)).toArray();
      Expander all = Leading.training(rows.problem(), terms, rows.block(), 1500);
      all.fill(training, 0, training.length);
      for (int j = 0; j < q; j++) {
        for (int i = j; i < q; i++) {
          double sum = 0;
          double size = 0;
          for (int r = 0; r < training.length; r++) {
            double product = all.x()[j * all.ld() + r] * all.x()[i * all.ld() + r];
            sum += product;
            size += Math.abs(product);
          }
          assertThat(joined[j * q + i]).isCloseTo(sum, within(1e-13 * size));
        }
      }
    }
  }

  @Test
  void aPartsRowsAreCountedAndTestRowsAreNot() {
    Rows rows = Rows.random(30, 1, 3, 4);
    rows.part[0][0] = Folds.TEST;
    rows.part[0][1] = Folds.TEST;

    Moments moments = gather(rows, new Terms(0, 1, 1, Terms.Mixing.ALL));

    assertThat(IntStream.range(0, 4).mapToLong(moments::rows)).containsExactly(9L, 9L, 10L, 0L);
    assertThat(moments.gram(3)).as("rows never tested: none, so no memory").isNull();
  }

  @Test
  void momentsTravelAsOneTriangle() throws Exception {
    Rows rows = Rows.random(60, 4, 3, 5);
    Terms terms = new Terms(0, 4, 3, Terms.Mixing.ALL);
    Moments moments = gather(rows, terms);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(moments);
    }

    Moments back;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      back = (Moments) in.readObject();
    }

    int q = terms.count() + 2;
    assertThat(bytes.size()).isLessThan(3 * q * (q + 1) / 2 * Double.BYTES + 1000);
    for (int part = 0; part < 3; part++) {
      assertThat(back.rows(part)).isEqualTo(20);
      assertThat(back.gram(part)).isEqualTo(moments.gram(part));
    }
  }
}
