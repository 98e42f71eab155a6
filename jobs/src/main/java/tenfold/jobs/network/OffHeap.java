package tenfold.jobs.network;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import tenfold.core.report.Digits;
import tenfold.jobs.spark.UsageException;

/**
 * Memory outside of Java's that an executor needs for its workers' networks, and whether it has it.
 *
 * @param networks bytes that networks and their batches take on one executor
 * @param limit bytes that ND4J may take there
 * @param overhead bytes beside the heap that the cluster grants; 0 where it does not count them
 * @param local whether workers run in this process
 */
record OffHeap(long networks, long limit, long overhead, boolean local) {

  /** What ND4J takes for itself. */
  private static final long OWN = 64L << 20;

  /** What a JVM and the libraries take beside heap and arrays. */
  private static final long PROCESS = 256L << 20;

  private static final Pattern MOST =
      Pattern.compile("-Dorg\\.bytedeco\\.javacpp\\.maxbytes=(\\S+)");

  /**
   * Returns what executors need and have.
   *
   * @param worker bytes of one worker's network
   * @param workers on one executor
   */
  static OffHeap of(long worker, int workers, SparkConf conf) {
    String master = conf.get("spark.master", "local").toLowerCase(Locale.ROOT);
    boolean local = master.matches("local(\\[.*)?");
    String options =
        conf.get("spark.executor.defaultJavaOptions", "")
            + " "
            + conf.get("spark.executor.extraJavaOptions", "");
    long heap =
        local
            ? Runtime.getRuntime().maxMemory()
            : conf.getSizeAsBytes("spark.executor.memory", "1g");
    String said = local ? System.getProperty("org.bytedeco.javacpp.maxbytes", "") : last(options);
    boolean counted = master.startsWith("yarn") || master.startsWith("k8s");
    long granted =
        counted
            ? conf.getSizeAsMb(
                    "spark.executor.memoryOverhead", Math.max(384, (heap >> 20) / 10) + "m")
                << 20
            : 0;
    return new OffHeap(worker * workers + OWN, bytes(said, heap), granted, local);
  }

  private static String last(String options) {
    Matcher matcher = MOST.matcher(options);
    String out = "";
    while (matcher.find()) {
      out = matcher.group(1);
    }
    return out;
  }

  /** JavaCPP's own default is the heap. */
  private static long bytes(String said, long heap) {
    if (said.isEmpty() || said.equals("0")) {
      return said.isEmpty() ? heap : Long.MAX_VALUE;
    }
    return new SparkConf(false).set("it", said).getSizeAsBytes("it");
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }

  /** The lines that give executors what they need. */
  String lines() {
    return """
        --conf spark.executor.memoryOverhead=%dm
        --conf "spark.executor.extraJavaOptions=-Dorg.bytedeco.javacpp.maxbytes=%dm -Dorg.bytedeco.javacpp.maxphysicalbytes=0"
        """
        .formatted(megabytes(networks + PROCESS), megabytes(networks));
  }

  /** Refuses executors that have not what they need. */
  void check() {
    if (networks > limit) {
      throw new UsageException(
          "the networks of an executor's workers take %s outside of Java's memory, but ND4J may take %s there; %s"
              .formatted(
                  Digits.bytes(networks),
                  Digits.bytes(limit),
                  local
                      ? "use --driver-memory %dm, a smaller batch or fewer workers"
                          .formatted(megabytes(networks))
                      : "use\n" + lines()));
    }
    if (overhead > 0 && networks + PROCESS > overhead) {
      throw new UsageException(
          "an executor takes %s beside its heap, but spark.executor.memoryOverhead grants %s; use\n%s"
              .formatted(Digits.bytes(networks + PROCESS), Digits.bytes(overhead), lines()));
    }
  }
}
