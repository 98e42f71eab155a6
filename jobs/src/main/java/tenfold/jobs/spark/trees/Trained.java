package tenfold.jobs.spark.trees;

import java.io.Serializable;
import tenfold.core.learn.boost.Growing;
import tenfold.core.learn.boost.Stages;

/** A booster of one fit. It travels as XGBoost's own file and is read once where it is walked. */
final class Trained implements Serializable {

  private static final long serialVersionUID = 1;

  private final Growing growing;
  private final Cut cut;
  private final int classes;
  private final byte[] file;
  private transient volatile Stages stages;

  /**
   * A booster.
   *
   * @param growing how its trees were grown
   * @param cut what it was trained on
   * @param classes that it tells apart; 0 for a regression
   * @param file owned
   */
  Trained(Growing growing, Cut cut, int classes, byte[] file) {
    this.growing = growing;
    this.cut = cut;
    this.classes = classes;
    this.file = file;
  }

  /** How its trees were grown. */
  Growing growing() {
    return growing;
  }

  /** What it was trained on. */
  Cut cut() {
    return cut;
  }

  /** XGBoost's file; not a copy. */
  byte[] file() {
    return file;
  }

  /** Bytes of it on its way. */
  long bytes() {
    return file.length;
  }

  /** Its trees, ready to be walked. */
  Stages stages() {
    Stages its = stages;
    if (its == null) {
      its = Stages.of(file, classes); // more than one thread may; all read the same
      stages = its;
    }
    return its;
  }
}
