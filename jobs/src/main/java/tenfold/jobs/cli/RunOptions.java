package tenfold.jobs.cli;

import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

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

  /** Tells a run where it goes, and whether it may remove what is there. */
  void apply(Consumer<String> into, Runnable overwriting) {
    Optional.ofNullable(run).ifPresent(into);
    if (overwrite) {
      overwriting.run();
    }
  }
}
