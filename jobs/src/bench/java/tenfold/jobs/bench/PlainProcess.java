package tenfold.jobs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tenfold.core.sweep.ThreadEngine;

/**
 * A process of its own that sweeps forests on one thread: for every number of trees that it reads
 * it writes the seconds that ten folds of them took.
 */
public final class PlainProcess implements AutoCloseable {

  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;

  private PlainProcess(Process process) {
    this.process = process;
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    out = lines(process.getInputStream());
  }

  /** Starts one that works on {@code rows} rows, with an executor's memory. */
  static PlainProcess start(int rows) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    List<String> command =
        List.of(java, "-Xmx1g", "-cp", classes, PlainProcess.class.getName(), "" + rows);
    return new PlainProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Lets it begin with so many trees of each fold. */
  void begin(int trees) {
    in.println(trees);
  }

  /** Waits for it; returns the seconds that it took. */
  double seconds() throws IOException {
    String seconds = out.readLine();
    if (seconds == null) {
      throw new IOException("a plain process ended before it had grown its trees");
    }
    return Double.parseDouble(seconds);
  }

  /** Ends it. */
  @Override
  public void close() {
    in.close();
    process.destroy();
  }

  private static BufferedReader lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Runs in the process: sweeps until there is no more to read. */
  public static void main(String[] args) throws IOException {
    Workload work = ClassWork.of(Integer.parseInt(args[0]), ClassWork.COLUMNS, 1);
    ThreadEngine threaded = new ThreadEngine(work.partitions(), 1);
    Metered engine = new Metered(threaded, threaded);
    BufferedReader numbers = lines(System.in);
    for (String trees = numbers.readLine(); trees != null; trees = numbers.readLine()) {
      System.out.println(ForestWork.sweep(engine, work, Integer.parseInt(trees)).seconds());
    }
  }
}
