package tenfold.jobs.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkUserAppException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import tenfold.jobs.spark.ExitCode;
import tenfold.jobs.spark.Interrupts;
import tenfold.jobs.spark.Spark;

/**
 * Reads the command line, runs the command, and turns whatever happens into a sentence and an exit
 * code.
 */
@Command(
    name = "tenfold",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Finds the best model of a grid by cross-validation, and says honestly how good it is.",
      ""
    },
    footer = {
      "",
      "Options of spark-submit (--master, --conf k=v, --executor-memory, ...) may stand anywhere on the line.",
      "",
      "Start with:",
      "  tenfold sweep conf/housing-degree.conf      which polynomial suits house prices",
      "  tenfold sweep conf/cats.conf                a tree that can be read",
      "  tenfold plan conf/concrete.conf             what a sweep would cost, before it runs",
      "  tenfold runs runs                           what has been run, the newest first",
      "  tenfold COMMAND --help                      each command, with an example",
      "",
      "Exit codes: 0 done, 1 unexpected, 2 usage or configuration, 3 the data refuse,",
      "4 some candidates failed, 5 no candidate finished, 130/143 interrupted."
    },
    subcommands = {
      SweepCommand.class,
      PlanCommand.class,
      TrainCommand.class,
      ScoreCommand.class,
      RunsCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  Main() {}

  /** Runs the command that {@code args} name; returns the process's exit code. */
  public static int run(String[] args) {
    CommandLine line = new CommandLine(new Main());
    Unavailable.addTo(line);
    line.setParameterExceptionHandler(Main::misread);
    line.setExecutionExceptionHandler(Main::failed);
    line.setUsageHelpWidth(110);
    Interrupts.install();
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "tenfold: the driver ran out of memory (%s); give it more with --driver-memory"
              .formatted(e.getMessage()));
      return ExitCode.UNEXPECTED.code();
    }
  }

  /**
   * Ends the process with a command's exit code; 0 returns, so that in cluster mode Spark sees a
   * program that ended well.
   *
   * @throws SparkUserAppException in place of another code where YARN runs the driver: of an exit
   *     it would only say that it came early
   */
  public static void end(int code) throws SparkUserAppException {
    System.out.flush();
    if (code != 0 && Spark.inYarn()) {
      throw new SparkUserAppException(code);
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "no command given; use one of " + commands(spec.commandLine()));
  }

  private static int misread(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    PrintWriter err = line.getErr();
    String message = e.getMessage();
    if (e instanceof UnmatchedArgumentException unmatched && line.getParent() == null) {
      message =
          "%s is no command of tenfold; use one of %s"
              .formatted(unmatched.getUnmatched().get(0), commands(line));
    }
    err.println("tenfold: " + message);
    err.println("try '%s --help'".formatted(line.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.code();
  }

  private static int failed(Exception e, CommandLine line, ParseResult parsed) {
    if (Interrupts.pending()) {
      line.getErr().println("tenfold: interrupted");
      return ExitCode.UNEXPECTED.code(); // the signal's own code is what the process ends with
    }
    boolean verbose =
        line.getCommand() instanceof SparkCommand command && command.options().verbose();
    line.getErr().println("tenfold: " + ExitCode.sentence(e));
    if (verbose) {
      e.printStackTrace(line.getErr());
    } else if (ExitCode.of(e) == ExitCode.UNEXPECTED) {
      line.getErr().println("run it again with --verbose for the whole story");
    }
    return ExitCode.of(e).code();
  }

  private static String commands(CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .filter(e -> !e.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
