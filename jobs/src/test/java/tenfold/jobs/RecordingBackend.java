package tenfold.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.nd4j.common.io.ClassPathResource;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.cpu.nativecpu.CpuAffinityManager;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J on the processor that notes which device it is told to use. ND4J takes it where a service
 * file names it.
 */
public final class RecordingBackend extends CpuBackend {

  /** Properties of the backend, on the class path. */
  static final String PROPERTIES = "recording-backend.properties";

  /** System property: the file that gets a line for each time that a device is set. */
  static final String RECORD = "tenfold.test.devices";

  @Override
  public int getPriority() {
    return BACKEND_PRIORITY_GPU;
  }

  @Override
  public Resource getConfigurationResource() {
    return new ClassPathResource(PROPERTIES, RecordingBackend.class.getClassLoader());
  }

  /** Notes process, device and thread. */
  public static final class Affinity extends CpuAffinityManager {

    @Override
    public void unsafeSetDevice(Integer device) {
      String thread = Thread.currentThread().getName();
      String line = ProcessHandle.current().pid() + " " + device + " " + thread + "\n";
      try {
        Files.writeString(
            Path.of(System.getProperty(RECORD)),
            line,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      super.unsafeSetDevice(device);
    }
  }
}
