package tenfold.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Two executors, each with the GPU that a discovery script announces; where there is no GPU,
 * networks train on a backend that only notes which device was set.
 */
class GpuIT {

  /** How Spark names the threads of tasks. */
  private static final String TASK = "Executor task launch worker";

  @TempDir private Path dir;

  @Test
  void everyTaskUsesTheDeviceOfItsExecutorAndNoOther() throws Exception {
    Path record = dir.resolve("devices.txt");

    int code = sweep(record);

    assertThat(code).as(Files.readString(dir.resolve("log.txt"))).isZero();
    Map<String, Set<String>> devices =
        Files.readAllLines(record).stream()
            .filter(line -> line.contains(" " + TASK)) // ND4J's own threads free memory everywhere
            .map(line -> line.split(" "))
            .collect(
                Collectors.groupingBy(
                    line -> line[0], Collectors.mapping(line -> line[1], Collectors.toSet())));
    assertThat(devices).hasSize(2).allSatisfy((process, its) -> assertThat(its).hasSize(1));
    assertThat(devices.values()).containsExactlyInAnyOrder(Set.of("0"), Set.of("1"));
  }

  private int sweep(Path record) throws Exception {
    List<String> command =
        List.of(
            Program.ROOT + "/submit-scripts/tenfold",
            "--master=local-cluster[2,1,1024]",
            "--conf=spark.worker.resource.gpu.amount=1",
            "--conf=spark.worker.resource.gpu.discoveryScript=" + discovery(),
            "--conf=spark.executor.resource.gpu.amount=1",
            "--conf=spark.task.resource.gpu.amount=1",
            "--conf=spark.executor.extraClassPath=" + classPath(),
            "--conf=spark.executor.extraJavaOptions=-D" + RecordingBackend.RECORD + "=" + record,
            "--conf=spark.driver.host=127.0.0.1",
            "--conf=spark.driver.bindAddress=127.0.0.1",
            "sweep",
            "conf/coffee.conf",
            "-D",
            "models.network.epochs=[1]",
            "--run",
            dir + "/run");
    ProcessBuilder builder = new ProcessBuilder(command).directory(Program.ROOT.toFile());
    Program.withoutSpark(builder).environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Path log = dir.resolve("log.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** A script that announces GPU 0 to the worker that asks first, and GPU 1 to the next. */
  private Path discovery() throws IOException {
    String text =
        "#!/bin/sh\nmkdir %s 2>/dev/null && n=0 || n=1\n".formatted(dir.resolve("taken"))
            + "echo '{\"name\": \"gpu\", \"addresses\": [\"'$n'\"]}'\n";
    Path script = Files.writeString(dir.resolve("discover"), text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  /** The recording backend, named to ND4J, and the program, which it extends. */
  private String classPath() throws IOException, URISyntaxException {
    Path service = dir.resolve("META-INF/services/" + Nd4jBackend.class.getName());
    Files.createDirectories(service.getParent());
    Files.writeString(service, RecordingBackend.class.getName() + "\n");
    Properties properties = new Properties();
    try (InputStream in = new CpuBackend().getConfigurationResource().getInputStream()) {
      properties.load(in);
    }
    properties.put("affinitymanager", RecordingBackend.Affinity.class.getName());
    try (var out = Files.newBufferedWriter(dir.resolve(RecordingBackend.PROPERTIES))) {
      properties.store(out, null);
    }
    Path classes =
        Path.of(RecordingBackend.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return dir + ":" + classes + ":" + program();
  }

  private static Path program() throws IOException {
    try (var files =
        Files.newDirectoryStream(Program.ROOT.resolve("jobs/target"), "tenfold-[0-9]*.jar")) {
      return files.iterator().next();
    }
  }
}
