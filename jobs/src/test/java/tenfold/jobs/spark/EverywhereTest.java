package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import tenfold.jobs.Local;

class EverywhereTest {

  private static final JavaSparkContext SPARK =
      JavaSparkContext.fromSparkContext(Local.spark().sparkContext());

  @Test
  void tasksOfALocalMasterReadTheDriversObject() {
    Object value = new Object(); // cannot be sent
    int its = System.identityHashCode(value);
    Everywhere<Object> here = Everywhere.of(SPARK, value);

    List<Integer> seen =
        SPARK
            .parallelize(List.of(1, 2, 3), 3)
            .map(i -> System.identityHashCode(here.value()))
            .collect();

    assertThat(seen).containsExactly(its, its, its);
    here.close();
    assertThatThrownBy(here::value).hasMessage("it was taken back");
  }

  @Test
  void whatWasSentIsReadInTasks() {
    Everywhere<String> sent = new Everywhere.Sent<>(SPARK.broadcast("a table"));

    assertThat(SPARK.parallelize(List.of(1, 2), 2).map(i -> sent.value() + i).collect())
        .containsExactly("a table1", "a table2");
    sent.close();
  }
}
