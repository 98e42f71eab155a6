package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.jobs.Local;
import tenfold.jobs.spark.Machines.Fault;

/** Machines are played by this one, after something was done to what it sees. */
class ReachTest {

  @TempDir private Path dir;

  @Test
  void filesThatEveryMachineSeesAreReadable() throws IOException {
    FileStatus file = file("a.csv", "x\n1\n");

    assertThatCode(() -> on("node1", () -> {}).readable(List.of(file))).doesNotThrowAnyException();
  }

  @Test
  void aFileThatAMachineHasNotIsRefused() throws IOException {
    FileStatus file = file("a.csv", "x\n1\n");

    assertThatThrownBy(
            () -> on("node7", () -> Files.delete(dir.resolve("a.csv"))).readable(List.of(file)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "the data are on a disk of the driver's machine, but the executor on node7 does not see"
                + " %s/a.csv; put them where every machine sees them, such as hdfs:, and name that in"
                + " data.path",
            dir);
  }

  @Test
  void anotherFileOfTheSameNameIsRefused() throws IOException {
    List<FileStatus> files = List.of(file("a.csv", "x\n1\n"), file("b.csv", "x\n1\n"));

    assertThatThrownBy(() -> on("node7", () -> file("b.csv", "x\n12\n")).readable(files))
        .hasMessageContaining(
            "the executor on node7 has a %s/b.csv of 5 bytes instead of 4; put them", dir);
  }

  @Test
  void severalMachinesAreCounted() throws IOException {
    FileStatus file = file("a.csv", "x\n1\n");
    Reach reach =
        new Reach(
            look ->
                Stream.of("node1", "node2", "node3")
                    .map(name -> new Fault(name, "does not see it"))
                    .toList());

    assertThatThrownBy(() -> reach.readable(List.of(file)))
        .hasMessageContaining(
            "the executor on node1 does not see it, nor is it right on 2 other machines; put them");
  }

  @Test
  void filesOfAClusterAreNotLookedFor() {
    FileStatus far =
        new FileStatus(4, false, 1, 1, 0, new org.apache.hadoop.fs.Path("hdfs://name/a.csv"));
    Reach reach =
        new Reach(
            look -> {
              throw new AssertionError("asked");
            });

    assertThatCode(() -> reach.readable(List.of(far))).doesNotThrowAnyException();
  }

  @Test
  void aDirectoryThatEveryMachineSeesIsWritableAndLeftAsItWas() throws IOException {
    on("node1", () -> {}).writable(store("runs/one"));

    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void aDirectoryThatAMachineHasNotIsRefused() {
    assertThatThrownBy(() -> on("node7", this::removeAll).writable(store("runs/one")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "file:%s/runs/one is on a disk of the driver's machine, but the executor on node7 does"
                + " not see it; name a directory that every machine sees, such as"
                + " hdfs:///runs/mine",
            dir);
  }

  @Test
  void threadsAreNotAsked() throws IOException {
    FileStatus file = file("a.csv", "x\n1\n");
    Files.delete(dir.resolve("a.csv"));

    assertThatCode(() -> Reach.of(Local.spark().sparkContext()).readable(List.of(file)))
        .doesNotThrowAnyException();
  }

  /** What a machine does before it looks. */
  private interface Change {
    void make() throws IOException;
  }

  private static Reach on(String machine, Change change) {
    return new Reach(
        look -> {
          try {
            change.make();
          } catch (IOException e) {
            throw new AssertionError(e);
          }
          return look.fault().map(what -> new Fault(machine, what)).stream().toList();
        });
  }

  private FileStatus file(String name, String text) throws IOException {
    Path file = Files.writeString(dir.resolve(name), text);
    return new FileStatus(
        text.length(), false, 1, 1, 0, new org.apache.hadoop.fs.Path(file.toUri()));
  }

  private Store store(String name) {
    return Store.at(dir.resolve(name).toString(), new Configuration());
  }

  private void removeAll() throws IOException {
    try (Stream<Path> all = Files.list(dir)) {
      for (Path path : all.toList()) {
        Files.delete(path);
      }
    }
  }
}
