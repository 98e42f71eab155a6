package tenfold.core.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.BaseShapeInfoProvider;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ndarray.ShapeInfoProvider;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

class KeptShapesTest {

  private static final long[] SHAPE = {2, 3};
  private static final long[] ROWS = {3, 1};
  private static final long[] COLUMNS = {1, 2};

  @BeforeAll
  static void library() {
    Nd4jThreads.one();
  }

  private static Pair<DataBuffer, long[]> info(
      ShapeInfoProvider of, long[] stride, char order, DataType type) {
    return of.createShapeInformation(SHAPE, stride, 1, order, type, false);
  }

  @Test
  void nd4jUsesIt() {
    assumeThat(Nd4j.getExecutioner().type()).isEqualTo(ExecutionerType.NATIVE_CPU);
    assertThat(Nd4j.getShapeInfoProvider()).isInstanceOf(KeptShapes.class);
  }

  @Test
  void aShapeIsMadeOnceAndAnotherIsAnother() {
    ShapeInfoProvider kept = new KeptShapes();
    Pair<DataBuffer, long[]> first = info(kept, ROWS, 'c', DataType.FLOAT);

    assertThat(info(kept, ROWS.clone(), 'c', DataType.FLOAT)).isSameAs(first);
    assertThat(info(kept, COLUMNS, 'f', DataType.FLOAT)).isNotSameAs(first);
    assertThat(info(kept, ROWS, 'c', DataType.DOUBLE)).isNotSameAs(first);
    assertThat(kept.createShapeInformation(SHAPE, ROWS, 3, 'c', DataType.FLOAT, false))
        .isNotSameAs(first);
    assertThat(kept.createShapeInformation(SHAPE, ROWS, 1, 'c', DataType.FLOAT, true))
        .isNotSameAs(first);
    assertThat(kept.createShapeInformation(new long[] {3, 2}, ROWS, 1, 'c', DataType.FLOAT, false))
        .isNotSameAs(first);
  }

  @Test
  void aCallersArrayMayChangeAfterwards() {
    ShapeInfoProvider kept = new KeptShapes();
    long[] shape = SHAPE.clone();
    Pair<DataBuffer, long[]> first =
        kept.createShapeInformation(shape, ROWS, 1, 'c', DataType.FLOAT, false);
    shape[0] = 5;

    assertThat(info(kept, ROWS, 'c', DataType.FLOAT)).isSameAs(first);
  }

  @Test
  void whatItKeepsIsWhatNd4jMakes() {
    ShapeInfoProvider plain =
        new BaseShapeInfoProvider() {
          @Override
          public void purgeCache() {}
        };
    ShapeInfoProvider kept = new KeptShapes();
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE, DataType.INT64}) {
      for (int time = 0; time < 2; time++) {
        assertThat(info(kept, ROWS, 'c', type).getSecond())
            .isEqualTo(info(plain, ROWS, 'c', type).getSecond());
      }
    }
  }

  @Test
  void anArrayThatIsClosedLeavesTheShapeToOthers() {
    for (int time = 0; time < 3; time++) {
      try (INDArray array = Numbers.array(new float[] {1, 2, 3, 4, 5, 6}, SHAPE)) {
        assertThat(array.transpose().mmul(array).getFloat(2, 0)).isEqualTo(1 * 3 + 4 * 6);
      }
    }
  }
}
