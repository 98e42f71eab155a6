package tenfold.jobs.network;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How the network did after an epoch.
 *
 * @param epoch numbered from 1
 * @param jTrain J on the rows that train
 * @param jCv J on those held out
 * @param loss what training makes small, on those held out: log-loss, or J of a regression
 * @param seconds that the epoch took, scores included
 */
record Point(int epoch, double jTrain, double jCv, double loss, double seconds) {

  /** Writes it to a report. */
  void write(ObjectNode node) {
    node.put("epoch", epoch).put("j_train", jTrain).put("j_cv", jCv).put("loss", loss);
    node.put("seconds", Math.rint(seconds * 1000) / 1000);
  }
}
