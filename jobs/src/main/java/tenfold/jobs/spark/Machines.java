package tenfold.jobs.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The machines on which a program's executors are. */
interface Machines {

  /** Lets each of them look once; returns what they find wrong, in no order. */
  List<Fault> ask(Look look);

  /** What a machine looks for. */
  interface Look extends Serializable {

    /**
     * Returns what is wrong, in words that go on "the executor on node7"; nothing if all is well.
     */
    Optional<String> fault();
  }

  /** What is wrong on a machine. */
  record Fault(String machine, String what) implements Serializable {}
}
