package tenfold.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenfold.core.conf.Experiment;
import tenfold.core.fold.Split;
import tenfold.core.learn.network.NetworkGrid;

/** The configuration that a command works on. */
final class ConfigOptions {

  @Parameters(paramLabel = "CONFIG", description = "The experiment, in HOCON.")
  private Path config;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Override one configuration key, such as -D split.folds=5.")
  private List<String> overrides = List.of();

  /** Reads and checks it. */
  Experiment read() {
    Experiment experiment = Experiment.read(config, overrides);
    experiment.data().paths().forEach(path -> ClusterMode.whole("data.path", path));
    if (experiment.split().test() instanceof Split.Test.File file) {
      ClusterMode.whole("split.test", file.path());
    }
    for (Record grid : experiment.grids()) {
      if (grid instanceof NetworkGrid network) {
        network.transfer().ifPresent(it -> ClusterMode.whole("models.network.from", it.from()));
      }
    }
    return experiment;
  }

  /** Tells the launcher which files of the user's the command needs beside it, itself first. */
  void tell() {
    System.out.println("ship " + config);
    Experiment.includes(config, overrides).forEach(file -> System.out.println("ship " + file));
  }
}
