package tenfold.core.learn.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {

  /** 4,096 trees of 2^20 nodes: 2^32, which an int takes for none. */
  @Test
  void moreNodesThanAnArrayHoldsAreRefused() {
    IntBuffer ints = IntBuffer.allocate(1 << 20);
    BoosterFile.Tree tree =
        new BoosterFile.Tree(ints, ints, ints, FloatBuffer.allocate(0), ByteBuffer.allocate(0));
    BoosterFile file = new BoosterFile(1, List.of(0.5f), Collections.nCopies(4096, tree));

    assertThatThrownBy(() -> Stages.of(file, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a booster of 4,096 trees has 4,294,967,296 nodes, but 536,870,909 can be walked; use fewer rounds or a smaller max-depth");
  }

  /** 2^30 values have 2^31 codes, which an int takes for a negative number. */
  @Test
  void moreCodesThanAnArrayHoldsAreRefused() {
    assertThat(Codes.length(1 << 24, 63)).isEqualTo(2_113_929_216);
    assertThatThrownBy(() -> Codes.length(1 << 24, 64))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "16,777,216 rows of 64 encoded columns have 2,147,483,648 codes to score them by, but one array holds 2,147,483,639; use more folds or fewer columns");
  }
}
