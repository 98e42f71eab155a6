package tenfold.jobs.cli;

import picocli.CommandLine.IVersionProvider;
import tenfold.jobs.spark.Version;

/** What {@code --version} says, of every command. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"tenfold " + Version.TENFOLD};
  }
}
