package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PassWord",
        "javax.net.ssl.trustStorePassword",
        "fs.s3a.secret.key",
        "fs.s3a.access.key",
        "access-key",
        "session_token",
        "credentials"
      })
  void namesOfSecretsAreKnown(String option) {
    assertThat(Secrets.named(option)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "delimiter", "key", "access", "path"})
  void otherNamesAreNot(String option) {
    assertThat(Secrets.named(option)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:x://h/d?user=a&password=b&c=d | jdbc:x://h/d?user=a&password=***&c=d",
        "jdbc:sqlserver://h:1;user=a;Password=b;x=y | jdbc:sqlserver://h:1;user=a;Password=***;x=y",
        "jdbc:oracle:thin:scott/tiger@//h:1/s | jdbc:oracle:thin:scott/***@//h:1/s",
        "ftp://me:p@ss@host/a | ftp://me:***@host/a",
        "s3a://key:secret@bucket/a | s3a://key:***@bucket/a",
        "hdfs://host:8020/a@b.csv | hdfs://host:8020/a@b.csv",
        "data/token=1.csv | data/token=1.csv"
      })
  void addressesAreMasked(String text, String masked) {
    assertThat(Secrets.masked(text)).isEqualTo(masked);
  }
}
