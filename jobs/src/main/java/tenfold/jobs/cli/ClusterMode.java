package tenfold.jobs.cli;

import java.util.regex.Pattern;
import tenfold.jobs.spark.Spark;
import tenfold.jobs.spark.UsageException;

/**
 * What {@code --deploy-mode cluster} asks of a command: the driver runs on a machine of the
 * cluster, in a directory that is not the user's, so a relative path would mean another place.
 */
final class ClusterMode {

  /** An address with a scheme, or a path from the root. */
  private static final Pattern WHOLE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|/.*");

  private ClusterMode() {}

  /**
   * Returns {@code path}, which the user gave as {@code key}.
   *
   * @throws UsageException if it is relative and the driver is not where the user is
   */
  static String whole(String key, String path) {
    if (Spark.inClusterMode() && !WHOLE.matcher(path).matches()) {
      throw new UsageException(
          "%s is '%s', but in cluster mode the driver has another working directory; write a whole path that every machine sees, such as hdfs:///%s"
              .formatted(key, path, path));
    }
    return path;
  }
}
