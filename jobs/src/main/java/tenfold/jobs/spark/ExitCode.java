package tenfold.jobs.spark;

import java.util.Optional;
import tenfold.core.conf.ConfigurationException;
import tenfold.core.data.DataException;
import tenfold.core.learn.network.Diverged;
import tenfold.core.sweep.MissingLibrary;
import tenfold.core.sweep.NoCandidate;
import tenfold.core.sweep.TooLarge;

/** How a command ends, by the codes that the contract fixes. */
public enum ExitCode {
  DONE(0),
  UNEXPECTED(1),
  USAGE(2),
  DATA(3),
  SOME_FAILED(4),
  NONE_FINISHED(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }

  /**
   * Returns the code for an error, by the first known one in its chain of causes: Spark wraps what
   * tasks throw.
   */
  public static ExitCode of(Throwable error) {
    Throwable known = known(error);
    if (known instanceof ConfigurationException
        || known instanceof UsageException
        || known instanceof Unseen
        || known instanceof TooLarge) {
      return USAGE;
    }
    if (known instanceof DataException) {
      return DATA;
    }
    return known instanceof NoCandidate || known instanceof Diverged ? NONE_FINISHED : UNEXPECTED;
  }

  /** Returns the error as a sentence for people. */
  public static String sentence(Throwable error) {
    Throwable known = known(error);
    if (known instanceof StoreException
        || known instanceof MissingLibrary
        || of(error) != UNEXPECTED) {
      return known.getMessage();
    }
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? "" : ": " + root.getMessage().lines().findFirst().orElse("");
    return "unexpected " + root.getClass().getSimpleName() + message;
  }

  private static Throwable known(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      Optional<Unseen> unseen = Unseen.of(at);
      if (unseen.isPresent()) {
        return unseen.get();
      }
      if (at instanceof ConfigurationException
          || at instanceof UsageException
          || at instanceof TooLarge
          || at instanceof DataException
          || at instanceof StoreException
          || at instanceof MissingLibrary
          || at instanceof NoCandidate
          || at instanceof Diverged) {
        return at;
      }
    }
    return error;
  }
}
