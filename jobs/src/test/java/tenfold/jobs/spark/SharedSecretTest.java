package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {

  private static final Map<String, String> VARIABLE = Map.of("_SPARK_AUTH_SECRET", "of the shell");

  @TempDir private Path dir;

  @Test
  void aClusterOfItsOwnHasTheSecretOfTheEnvironment() throws IOException {
    SparkConf conf = secure("spark://host:7077");
    conf.set("spark.authenticate.secret.file", file("of the file\n"));

    SharedSecret.complete(conf, VARIABLE);

    assertThat(conf.get("spark.authenticate.secret")).isEqualTo("of the shell");
    assertThat(conf.contains("spark.authenticate.secret.file")).isFalse();
  }

  @Test
  void orThatOfAFile() throws IOException {
    SparkConf conf = secure("local-cluster[2,1,1024]");
    conf.set("spark.authenticate.secret.file", file("of the file\n"));

    SharedSecret.complete(conf, Map.of());

    assertThat(conf.get("spark.authenticate.secret")).isEqualTo("of the file");
  }

  @Test
  void withoutOneItIsRefused() {
    SparkConf conf = secure("spark://host:7077");

    assertThatThrownBy(() -> SharedSecret.complete(conf, Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "spark.authenticate is true, but there is no secret to share with spark://host:7077; put the cluster's into the environment as _SPARK_AUTH_SECRET, or name a file of it as spark.authenticate.secret.file");
    conf.set("spark.authenticate.secret.file", dir + "/none");
    assertThatThrownBy(() -> SharedSecret.complete(conf, Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "spark.authenticate.secret.file is %s/none, which is not there or cannot be read; name a file that holds the cluster's secret"
                .formatted(dir));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "local[2,4]", "yarn"})
  void whereSparkMakesOneItIsLeftToSpark(String master) throws IOException {
    SparkConf conf = secure(master);
    conf.set("spark.authenticate.secret.file", file("of the file"));

    SharedSecret.complete(conf, VARIABLE);

    assertThat(conf.contains("spark.authenticate.secret")).isFalse();
    assertThat(conf.contains("spark.authenticate.secret.file")).isFalse();
  }

  @Test
  void kubernetesAndClustersWithoutAuthenticationAreLeftAlone() throws IOException {
    SparkConf pods = secure("k8s://host");
    pods.set("spark.authenticate.secret.file", file("of the file"));
    SparkConf open = new SparkConf(false).setMaster("spark://host:7077");

    SharedSecret.complete(pods, VARIABLE);
    SharedSecret.complete(open, VARIABLE);

    assertThat(pods.contains("spark.authenticate.secret.file")).isTrue();
    assertThat(pods.contains("spark.authenticate.secret")).isFalse();
    assertThat(open.contains("spark.authenticate.secret")).isFalse();
  }

  private static SparkConf secure(String master) {
    return new SparkConf(false).setMaster(master).set("spark.authenticate", "true");
  }

  private String file(String text) throws IOException {
    return Files.writeString(dir.resolve("secret"), text).toString();
  }
}
