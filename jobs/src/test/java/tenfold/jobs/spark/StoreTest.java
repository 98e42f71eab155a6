package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aDirectoryKnowsItsNameAndItsParent() {
    Store store = Store.at(dir.resolve("runs/one").toString(), new Configuration());
    assertThat(store.name()).isEqualTo("one");
    assertThat(store.parent().name()).isEqualTo("runs");
  }
}
