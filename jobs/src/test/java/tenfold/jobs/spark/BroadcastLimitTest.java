package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroadcastLimitTest {

  private static SparkConf conf(String master) {
    return new SparkConf(false).setMaster(master);
  }

  @Test
  void theSettingIsASizeAsSparkWritesIt() {
    assertThat(BroadcastLimit.of(conf("yarn").set(BroadcastLimit.KEY, "512m")))
        .isEqualTo(512 << 20);
  }

  @Test
  void elseItIsAThirdOfAnExecutorsMemory() {
    assertThat(BroadcastLimit.of(conf("yarn").set("spark.executor.memory", "3g")))
        .isEqualTo(1L << 30);
    assertThat(BroadcastLimit.of(conf("local-cluster[2,1,1024]"))).isEqualTo((1L << 30) / 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[2]", "local[*]"})
  void inLocalModeTheExecutorIsThisProcess(String master) {
    assertThat(BroadcastLimit.of(conf(master).set("spark.executor.memory", "3g")))
        .isEqualTo(Runtime.getRuntime().maxMemory() / 3);
  }

  @Test
  void whatIsNoSizeIsRefused() {
    assertThatThrownBy(() -> BroadcastLimit.of(conf("yarn").set(BroadcastLimit.KEY, "much")))
        .isInstanceOf(UsageException.class)
        .hasMessage("spark.tenfold.broadcast.limit is 'much'; write a size such as 512m or 2g");
  }
}
