package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SlotsTest {

  /** Executors come and go; two are there now. */
  private static SparkConf dynamic() {
    return new SparkConf(false)
        .set("spark.dynamicAllocation.enabled", "true")
        .set("spark.master", "spark://host:7077");
  }

  @Test
  void executorsThatStayAreCounted() {
    assertThat(Slots.most(new SparkConf(false), 6)).hasValue(6);
  }

  @Test
  void whereTheyComeAndGoThereAreAsManyAsThereCanBe() {
    SparkConf conf = dynamic().set("spark.dynamicAllocation.maxExecutors", "5");

    assertThat(Slots.most(conf, 2)).hasValue(5);
    assertThat(Slots.most(conf.set("spark.executor.cores", "8"), 2)).hasValue(40);
    assertThat(Slots.most(conf.set("spark.task.cpus", "3"), 2)).hasValue(10);
  }

  @Test
  void nothingIsKnownWithoutABound() {
    assertThat(Slots.most(dynamic(), 2)).isEmpty();
  }

  @Test
  void whatIsAskedForCounts() {
    assertThat(Slots.most(dynamic().set("spark.default.parallelism", "7"), 7)).hasValue(7);
  }
}
