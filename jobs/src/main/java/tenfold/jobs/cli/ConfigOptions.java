package tenfold.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenfold.core.conf.Experiment;

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
    return Experiment.read(config, overrides);
  }
}
