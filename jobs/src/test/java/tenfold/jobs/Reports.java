package tenfold.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reports of runs, to be compared. */
public final class Reports {

  private Reports() {}

  /** All that the report of a run says, but for times. */
  public static String timeless(Path run) throws IOException {
    try (InputStream in = Files.newInputStream(run.resolve("report.json"))) {
      return timeless(in);
    }
  }

  /** The same of a {@code report.json}, wherever it is. */
  static String timeless(InputStream in) throws IOException {
    ObjectNode report = (ObjectNode) new ObjectMapper().readTree(in);
    ((ObjectNode) report.get("cost")).remove(List.of("seconds", "tasks"));
    return report.toPrettyString();
  }
}
