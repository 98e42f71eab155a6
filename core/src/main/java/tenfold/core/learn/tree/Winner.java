package tenfold.core.learn.tree;

import java.io.Serializable;
import tenfold.core.data.Inputs;
import tenfold.core.data.Table;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Fits;
import tenfold.core.sweep.Packing;
import tenfold.core.sweep.Repeatable;

/**
 * What the trees of one candidate are to the rows that the folds of the first repeat hold out: a
 * group for each fold. The trees are grown again, for the sweep may not have kept them.
 *
 * @param growing the candidate's impurity, limits and folds
 * @param folds of the first repeat
 * @param inputs of the model
 * @param seed of the importance of the inputs
 */
record Winner(TreePieces growing, int folds, Inputs inputs, Seed seed)
    implements Fits<Table, Winner.Fold>, Repeatable<Winner.Fold> {

  /**
   * One fold.
   *
   * @param predicted for each row held out a number, less the problem's shift, or a probability of
   *     each class
   * @param contribution of the inputs
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Fold(double[] predicted, Contribution contribution) implements Serializable {}

  @Override
  public String label() {
    return "tree: growing the winner's folds";
  }

  @Override
  public String name(Packing.Run run) {
    return growing.name(run);
  }

  @Override
  public int groups() {
    return folds;
  }

  @Override
  public Record address(int group) {
    return growing.address(group);
  }

  @Override
  public Class<Fold> kind() {
    return Fold.class;
  }

  @Override
  public double cost(int group) {
    return 1;
  }

  @Override
  public Fold fit(Table table, int group) {
    return of(growing.grow(table, group).tree(), table, group);
  }

  /** Returns what a fold's tree is to the rows held out of it. */
  Fold of(Tree tree, Table table, int fold) {
    int[] held = growing.cutting().held(table, fold);
    TableRows rows = new TableRows(table, inputs);
    double[] predicted = new double[held.length * tree.outputs()];
    for (int i = 0; i < held.length; i++) {
      int leaf = rows.leaf(tree, held[i]);
      for (int c = 0; c < tree.outputs(); c++) {
        predicted[i * tree.outputs() + c] =
            table.classes().isEmpty() ? tree.value(leaf, c) : tree.share(leaf, c);
      }
    }
    Seed its = seed.child("importance", fold);
    return new Fold(predicted, Contribution.of(tree, inputs, table, held, its));
  }
}
