package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.jobs.Local;

/** An executor that came late is played by a directory, or a file, that is not there. */
class UnseenTest {

  @TempDir private Path dir;

  @Test
  void aDirectoryThatATaskDoesNotSeeIsRefused() {
    Local.spark(); // whose host the sentence names
    Store run = Store.at(dir.resolve("run").toString(), new Configuration());

    assertThatThrownBy(() -> Unseen.check(run))
        .isInstanceOf(Unseen.class)
        .hasMessage(
            "file:%s/run is on a disk of the driver's machine, but the executor on 127.0.0.1 does not"
                + " see it; name a directory that every machine sees, such as hdfs:///runs/mine",
            dir);
    assertThatCode(() -> Unseen.check(run.parent())).doesNotThrowAnyException();
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void aFileThatOnlyTheDriverSeesIsRefused() throws IOException {
    Path file = Files.writeString(dir.resolve("a b.csv"), "x\n1\n");
    Throwable thrown = aborted("File file:%s does not exist".formatted(file));

    assertThat(ExitCode.of(thrown)).isEqualTo(ExitCode.USAGE);
    assertThat(ExitCode.sentence(thrown))
        .isEqualTo(Refusals.of(thrown, "a b.csv").getMessage())
        .isEqualTo(
            "the data are on a disk of the driver's machine, but an executor does not see %s; put them"
                + " where every machine sees them, such as hdfs:, and name that in data.path",
            file);
  }

  @Test
  void aFileThatNobodySeesIsAnotherThing() {
    Throwable thrown = aborted("File file:%s/gone.csv does not exist".formatted(dir));

    assertThat(ExitCode.of(thrown)).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(Refusals.of(thrown, "gone.csv"))
        .hasMessage("gone.csv cannot be read: File file:%s/gone.csv does not exist", dir);
  }

  /** As Spark tells it when a task has failed for the last time. */
  private static Throwable aborted(String message) {
    return new SparkException("Job aborted", new FileNotFoundException(message));
  }
}
