package tenfold.jobs.spark.trees;

import tenfold.core.data.Block;
import tenfold.core.fold.Folds;

/** Scores fits on the rows of one block. */
final class BlockScores {

  private final Folds folds;
  private final Judge judge;
  private final Cells cells;
  private final Scores into;
  private final Block block;
  private final double[][] columns;
  private final double[] truth;
  private final int[] part;
  private final Walk walk;
  private final double[] said;

  BlockScores(ScorePass pass, Scores into, Block block, double[][] columns, int[] part) {
    folds = pass.problem().folds();
    judge = pass.judge();
    cells = pass.cells();
    this.into = into;
    this.block = block;
    this.columns = columns;
    truth = Targets.of(pass.problem(), block);
    this.part = part;
    walk = new Walk(cells.limits(), judge.outputs());
    said = new double[judge.outputs()];
  }

  /** Adds the rows that this fit trained on or holds out. */
  void add(int fit, Forest forest) {
    walk.depth(forest.depth());
    for (int i = 0; i < part.length; i++) {
      Scores.Side side = forest.cut().side(folds, part[i]);
      if (side != Scores.Side.NEITHER) {
        add(fit, forest, i, side);
      }
    }
  }

  private void add(int fit, Forest forest, int i, Scores.Side side) {
    into.counts(side, fit, block.weight(i));
    walk.begin();
    int heard = 0;
    for (Voter voter : forest.voters()) {
      walk.hear(voter, columns, i);
      heard++;
      int first = cells.first(heard);
      for (int l = 0; first >= 0 && l < cells.limits().count(); l++) {
        judge.means(walk.sums(), l, heard, forest.scale(), said);
        into.add(side, fit, first + l, truth[i], said, block.weight(i));
      }
    }
  }
}
