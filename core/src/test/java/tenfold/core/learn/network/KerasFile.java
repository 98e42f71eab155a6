package tenfold.core.learn.network;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_TRUNC;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;

/** Writes files as Keras 2 does: model_config, and model_weights/LAYER/LAYER/ARRAY:0. */
final class KerasFile implements AutoCloseable {

  private final H5File file;
  private final Group weights;

  KerasFile(Path path, String config) {
    Loader.load(hdf5.class);
    file = new H5File(path.toString(), H5F_ACC_TRUNC);
    byte[] text = config.getBytes(StandardCharsets.UTF_8);
    StrType type = new StrType(PredType.C_S1(), text.length);
    try (Attribute attribute =
            file.createAttribute("model_config", type, new DataSpace(hdf5.H5S_SCALAR));
        BytePointer bytes = new BytePointer(text)) {
      attribute.write(type, bytes);
    }
    weights = file.createGroup("model_weights");
  }

  /** Adds an array of a layer. */
  KerasFile with(String layer, String name, float[] numbers, long... shape) {
    Group outer = weights.nameExists(layer) ? weights.openGroup(layer) : weights.createGroup(layer);
    Group inner = outer.nameExists(layer) ? outer.openGroup(layer) : outer.createGroup(layer);
    try (DataSet set =
            inner.createDataSet(
                name + ":0",
                new org.bytedeco.hdf5.DataType(PredType.IEEE_F32LE()),
                new DataSpace(shape.length, shape));
        FloatPointer all = new FloatPointer(numbers)) {
      set.write(
          all.capacity(numbers.length), new org.bytedeco.hdf5.DataType(PredType.NATIVE_FLOAT()));
    }
    inner.close();
    outer.close();
    return this;
  }

  @Override
  public void close() {
    weights.close();
    file._close();
  }
}
