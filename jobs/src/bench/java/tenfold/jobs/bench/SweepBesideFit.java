package tenfold.jobs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tenfold.core.sweep.Family;
import tenfold.core.sweep.Swept;

/**
 * A ten-fold sweep and a fit of its largest candidate on all rows, one after the other, with as
 * many threads. The table that both work on is built before either and told apart.
 *
 * @param table what building the table took, in each round
 * @param sweep growing, scoring, and results of every candidate
 * @param fit the largest candidate, grown on all rows
 */
record SweepBesideFit(List<Spent> table, List<Spent> sweep, List<Spent> fit) {

  /**
   * Measures so many rounds.
   *
   * @param largest fits the largest candidate by the engine, on the table of the sweep
   */
  static SweepBesideFit measure(
      Family family, Consumer<Swept> largest, Metered engine, Workload work, int rounds) {
    List<Spent> table = new ArrayList<>();
    List<Spent> sweep = new ArrayList<>();
    List<Spent> fit = new ArrayList<>();
    Swept[] swept = new Swept[1];
    for (int round = 0; round < rounds; round++) {
      swept[0] = null; // its memory is for the next
      Spent all = Spent.on(() -> swept[0] = family.sweep(engine, work.problem(), Set.of("j")));
      Spent units = engine.units();
      Spent results = Spent.on(() -> swept[0].results());
      largest.accept(swept[0]);
      table.add(all.less(units));
      sweep.add(units.plus(results));
      fit.add(engine.units());
    }
    return new SweepBesideFit(table, sweep, fit);
  }

  /** Prints it; {@code most} is what the sweep may cost in fits. */
  void print(String largest, double most) {
    Samples ratio = Samples.ratios(Spent.seconds(sweep), Spent.seconds(fit));
    Page.row("the table, built once for both", Samples.of(Spent.seconds(table)).text("%.3f s"));
    Page.row("one fit: " + largest, Samples.of(Spent.seconds(fit)).text("%.3f s"));
    Page.row("the sweep: grown and scored", Samples.of(Spent.seconds(sweep)).text("%.3f s"));
    Page.row("ratio", ratio.text("%.2f"));
    Page.row(
        "ratio of the processor time of all threads",
        Samples.ratios(Spent.processor(sweep), Spent.processor(fit)).text("%.2f"));
    Page.target("at most %.0f".formatted(most), ratio.median() <= most);
  }

  /** Seconds of the sweep, as measured. */
  Samples seconds() {
    return Samples.of(Spent.seconds(sweep));
  }
}
