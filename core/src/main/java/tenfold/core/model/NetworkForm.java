package tenfold.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.Schema;
import tenfold.core.learn.network.Encoding;
import tenfold.core.learn.network.Image;
import tenfold.core.learn.network.Layer;
import tenfold.core.learn.network.Network;
import tenfold.core.learn.network.NetworkModel;
import tenfold.core.learn.network.Output;
import tenfold.core.learn.network.Target;

/** A network as a file: how rows become its inputs, its layers, and its numbers. */
final class NetworkForm implements Form {

  @Override
  public String model() {
    return "network";
  }

  @Override
  public Class<NetworkModel> type() {
    return NetworkModel.class;
  }

  @Override
  public String file() {
    return "network.bin";
  }

  @Override
  public byte[] write(Fitted fitted) {
    NetworkModel model = (NetworkModel) fitted;
    Packer out = new Packer();
    InputsCodec.write(model.encoding().inputs(), out);
    out.numbers(model.encoding().mean());
    out.numbers(model.encoding().deviation());
    out.number(model.shift());
    out.number(model.target().centre());
    out.number(model.target().scale());
    out.text(model.target().output().name());
    Optional<Image> image = model.network().topology().image();
    out.count(image.isPresent() ? 1 : 0);
    image.ifPresent(
        i -> {
          out.count(i.height());
          out.count(i.width());
          out.count(i.channels());
        });
    List<Layer> hidden = model.network().topology().hidden();
    out.count(hidden.size());
    hidden.forEach(layer -> LayerCodec.write(layer, out));
    float[] numbers = model.network().numbers();
    out.count(numbers.length);
    long[] bits = new long[numbers.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(numbers[i]);
    }
    out.planes(bits, Float.BYTES);
    return out.file();
  }

  @Override
  public NetworkModel read(byte[] file, Schema schema, List<String> classes) {
    Unpacker in = new Unpacker(file);
    Inputs inputs = InputsCodec.read(schema, in);
    int columns = inputs.columns().stream().mapToInt(Inputs.Input::features).sum();
    Encoding encoding = new Encoding(inputs, in.numbers(columns), in.numbers(columns));
    double shift = in.number();
    double centre = in.number();
    double scale = in.number();
    Output output = Output.valueOf(in.text());
    Optional<Image> image =
        in.index(2, "a flag of") == 1
            ? Optional.of(new Image(in.count(0), in.count(0), in.count(0)))
            : Optional.empty();
    int count = in.count(1);
    List<Layer> hidden = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      hidden.add(LayerCodec.read(in));
    }
    long[] bits = in.planes(in.count(Float.BYTES), Float.BYTES);
    in.end();
    float[] numbers = new float[bits.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.intBitsToFloat((int) bits[i]);
    }
    Network network = Network.of(hidden, image, columns, output, classes.size(), numbers);
    return new NetworkModel(encoding, classes, new Target(output, centre, scale), shift, network);
  }
}
