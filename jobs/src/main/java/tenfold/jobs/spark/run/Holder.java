package tenfold.jobs.spark.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A process that holds a lock.
 *
 * @param host its name, for people
 * @param machine the running system that its number counts in: of Linux the boot and the namespace,
 *     for containers share the names of hosts; elsewhere the host
 * @param pid its number there
 * @param born when it started, in seconds since 1970, for numbers are given out again; 0 if unknown
 */
record Holder(String host, String machine, long pid, long born) {

  /** By so many seconds the start of the same process may differ: clocks are set. */
  private static final long CLOCK = 5;

  /** This process. */
  static Holder here() {
    String host = localHost();
    ProcessHandle its = ProcessHandle.current();
    return new Holder(host, system(host), its.pid(), born(its));
  }

  static Holder of(JsonNode node) {
    return new Holder(
        node.path("host").asText(),
        node.path("machine").asText(),
        node.path("pid").asLong(),
        node.path("born").asLong());
  }

  ObjectNode to(ObjectNode node) {
    return node.put("host", host).put("machine", machine).put("pid", pid).put("born", born);
  }

  /** Whether it runs on this machine. */
  boolean runs() {
    return nearby()
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(its -> born == 0 || Math.abs(born(its) - born) <= CLOCK)
            .isPresent();
  }

  /** Whether it ran on this machine and does not any more; nothing is known of other machines'. */
  boolean gone() {
    return nearby() && !runs();
  }

  private boolean nearby() {
    return machine.equals(here().machine());
  }

  @Override
  public String toString() {
    return "process %d on %s".formatted(pid, host);
  }

  private static long born(ProcessHandle process) {
    return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
  }

  private static String system(String host) {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException e) {
      return host;
    }
  }

  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "an unnamed host";
    }
  }
}
