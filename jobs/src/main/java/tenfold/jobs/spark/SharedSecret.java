package tenfold.jobs.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;

/**
 * The secret that the processes of a standalone cluster share. Spark's driver wants it among its
 * settings and takes a file of it on Kubernetes only; from here it comes from the environment or a
 * file there too, into the memory of this process and nowhere else.
 */
final class SharedSecret {

  private static final String AUTHENTICATE = "spark.authenticate";
  private static final String SECRET = "spark.authenticate.secret";
  private static final String FILE = "spark.authenticate.secret.file";

  /** Where Spark looks in executors, too; workers put it there. */
  private static final String VARIABLE = "_SPARK_AUTH_SECRET";

  private SharedSecret() {}

  /**
   * Completes {@code conf} where processes are to authenticate themselves.
   *
   * @throws UsageException if there is no secret to do it with
   */
  static void complete(SparkConf conf, Map<String, String> environment) {
    String master = conf.get("spark.master");
    if (!conf.getBoolean(AUTHENTICATE, false) || master.startsWith("k8s")) {
      return;
    }
    if (master.equals("yarn") || master.matches("local(\\[.*)?")) {
      conf.remove(FILE); // Spark makes a secret for each run, and refuses a file
    } else if (!conf.contains(SECRET)) {
      conf.set(SECRET, secret(conf, environment));
      conf.remove(FILE);
    }
  }

  private static String secret(SparkConf conf, Map<String, String> environment) {
    String secret = environment.getOrDefault(VARIABLE, "");
    if (secret.isEmpty() && conf.contains(FILE)) {
      secret = read(conf.get(FILE));
    }
    if (secret.isEmpty()) {
      throw new UsageException(
          "spark.authenticate is true, but there is no secret to share with %s; put the cluster's into the environment as %s, or name a file of it as %s"
              .formatted(conf.get("spark.master"), VARIABLE, FILE));
    }
    return secret;
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UsageException(
          "%s is %s, which is not there or cannot be read; name a file that holds the cluster's secret"
              .formatted(FILE, file));
    }
  }
}
