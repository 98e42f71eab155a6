package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  @TempDir Path dir;

  @Test
  void aFileIsWrittenReadAndWrittenAgain() {
    Store store = Store.at(dir.toString(), new Configuration()).child("run");
    assertThat(store.exists()).isFalse();
    assertThat(store.list()).isEmpty();
    assertThat(store.read("a.txt")).isEmpty();
    store.write("a.txt", "größer");
    store.write("a.txt", "1");
    assertThat(store.read("a.txt")).contains("1");
    assertThat(store.has("a.txt")).isTrue();
    assertThat(store.list()).containsExactly("a.txt");
    store.remove();
    assertThat(store.exists()).isFalse();
  }

  @Test
  void aDirectoryMayBeALink() throws IOException {
    Files.createDirectories(dir.resolve("real"));
    Files.createSymbolicLink(dir.resolve("link"), dir.resolve("real"));
    Store.at(dir + "/link", new Configuration()).write("a.txt", "1");
    assertThat(dir.resolve("real/a.txt")).hasContent("1");
  }

  @Test
  void whatCannotBeWrittenIsSaidWithTheReason() throws IOException {
    Files.createSymbolicLink(dir.resolve("full.txt"), Path.of("/dev/full"));
    Files.writeString(dir.resolve("file"), "");
    Store store = Store.at(dir.toString(), new Configuration());

    assertThatThrownBy(() -> store.refresh("full.txt", "1"))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith("No space left on device");
    Files.delete(dir.resolve("full.txt"));
    assertThatThrownBy(() -> store.child("file").write("a.txt", "1"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a directory");
  }

  @Test
  void aDirectoryKnowsItsNameAndItsParent() {
    Store store = Store.at(dir.resolve("runs/one").toString(), new Configuration());
    assertThat(store.name()).isEqualTo("one");
    assertThat(store.parent().name()).isEqualTo("runs");
  }
}
