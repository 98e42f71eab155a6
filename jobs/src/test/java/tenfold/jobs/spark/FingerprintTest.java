package tenfold.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.jobs.Local;

/** The fingerprint tells data apart, and nothing but data. */
class FingerprintTest {

  private static final String[] LINES = {
    "w,g,t,f,a,b,y", "1,p,1,0,1,u,2", "2,q,2,1,2,v,3", "3,q,3,1,3,v,4"
  };

  @TempDir Path dir;

  @Test
  void orderAndFilesDoNotMatter() {
    Path one = Ask.write(dir.resolve("one.csv"), "a,b,y\n1,u,2\n2,v,3\n1,u,2\n");
    Path left = Ask.write(dir.resolve("left.csv"), "a,b,y\n1,u,2\n");
    Path right = Ask.write(dir.resolve("right.csv"), "a,b,y\n1.0,u,2\n2,\"v\",3\n");
    assertThat(fingerprint(Ask.of(left, right))).isEqualTo(fingerprint(Ask.of(one)));
  }

  @Test
  void repeatedRowsCount() {
    assertThat(fingerprint(Ask.lines(dir, "b.csv", "a,y", "1,2", "1,2", "1,2")))
        .isNotEqualTo(fingerprint(Ask.lines(dir, "a.csv", "a,y", "1,2")));
  }

  @Test
  void partitionsDoNotMatter() {
    var rows = Local.spark().range(0, 10_000).selectExpr("id as a", "id % 7 as y");
    Set<Long> seen = new HashSet<>();
    for (int partitions : new int[] {1, 3, 8}) {
      try (Reading reading = Ask.of().read(rows.repartition(partitions).toDF())) {
        assertThat(reading.rows()).isEqualTo(10_000);
        seen.add(reading.fingerprint());
      }
    }
    assertThat(seen).hasSize(1);
  }

  @Test
  void everyCellMatters() {
    UnaryOperator<Ask> roles = ask -> ask.weight("w").group("g").orderBy("t");
    Set<Long> seen = new HashSet<>();
    seen.add(fingerprint(roles.apply(Ask.lines(dir, "a.csv", LINES))));
    int cells = 0;
    for (String cell :
        new String[] {
          "9,p,1,0,1,u,2",
          "1,x,1,0,1,u,2",
          "1,p,9,0,1,u,2",
          "1,p,1,9,1,u,2",
          "1,p,1,0,9,u,2",
          "1,p,1,0,1,x,2",
          "1,p,1,0,1,u,9",
          "1,p,1,0,,u,2"
        }) {
      String[] changed = LINES.clone();
      changed[1] = cell;
      seen.add(fingerprint(roles.apply(Ask.lines(dir, "a.csv", changed))));
      cells++;
    }
    assertThat(seen).hasSize(1 + cells);
  }

  @Test
  void foldsMatter() {
    assertThat(fingerprint(Ask.lines(dir, "a.csv", "f,a,y", "0,1,2", "1,2,3").foldColumn("f")))
        .isNotEqualTo(
            fingerprint(Ask.lines(dir, "b.csv", "f,a,y", "1,1,2", "0,2,3").foldColumn("f")));
  }

  @Test
  void theTestFileMatters() {
    Path main = Ask.write(dir.resolve("a.csv"), "a,y\n1,2\n");
    Path test = Ask.write(dir.resolve("t.csv"), "a,y\n1,3\n");
    Path other = Ask.write(dir.resolve("u.csv"), "a,y\n1,4\n");
    assertThat(fingerprint(Ask.of(main).testFile(test)))
        .isNotEqualTo(fingerprint(Ask.of(main).testFile(other)))
        .isNotEqualTo(fingerprint(Ask.of(main)));
  }

  private static long fingerprint(Ask ask) {
    try (Reading reading = ask.read()) {
      return reading.fingerprint();
    }
  }
}
