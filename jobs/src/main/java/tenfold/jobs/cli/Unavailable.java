package tenfold.jobs.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenfold.jobs.spark.UsageException;

/** Commands that are promised and not built yet: known by name, and refused. */
@Command(hidden = true)
final class Unavailable implements Runnable {

  private static final List<String> COMMANDS = List.of("report", "serve", "promote", "rollback");

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*")
  private List<String> ignored;

  static void addTo(CommandLine line) {
    for (String name : COMMANDS) {
      CommandLine command = new CommandLine(new Unavailable());
      command.setUnmatchedArgumentsAllowed(true);
      line.addSubcommand(name, command);
    }
  }

  @Override
  public void run() {
    throw new UsageException(
        "tenfold %s is not available yet; this version has sweep, plan, train, score and runs"
            .formatted(spec.name()));
  }
}
