package tenfold.jobs.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Option;
import tenfold.core.conf.Experiment;

/** Where a run is written. */
final class RunOptions {

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description =
          "The run's directory, on any Hadoop path (default: runs/NAME-TIME). An unfinished run of the"
              + " same configuration and data there is taken up again.")
  private String run;

  @Option(names = "--overwrite", description = "Remove a run that is in the directory.")
  private boolean overwrite;

  /** Whether the directory was named. */
  boolean named() {
    return run != null;
  }

  /** Tells the run of an experiment where it goes, and whether it may remove what is there. */
  void apply(Experiment experiment, Consumer<String> into, Runnable overwriting) {
    if (run == null) {
      ClusterMode.whole("output.runs", experiment.runs());
    } else {
      into.accept(ClusterMode.whole("--run", run));
    }
    if (overwrite) {
      overwriting.run();
    }
  }
}
