package tenfold.core.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tenfold.core.learn.network.Activation;
import tenfold.core.learn.network.Augment;
import tenfold.core.learn.network.Image;
import tenfold.core.learn.network.Layer;
import tenfold.core.learn.network.NetworkGrid;
import tenfold.core.learn.network.Optimizer;
import tenfold.core.learn.network.Output;
import tenfold.core.learn.network.Schedule;
import tenfold.core.learn.network.Transfer;

/** Reads {@code models.network}. */
final class NetworkBlock implements Families.Block {

  private static final Limits AT_LEAST_ONE = Limits.integers(1, Integer.MAX_VALUE);
  private static final Limits LAMBDA = new Limits(0, Float.MAX_VALUE, "a finite number >= 0");
  static final Limits RATE =
      new Limits(Float.MIN_NORMAL, Float.MAX_VALUE, "a finite number above 0");
  private static final Limits FACTOR =
      new Limits(Float.MIN_NORMAL, 1, "a number above 0 and at most 1");

  private static final List<List<Layer>> LAYERS =
      List.of(
          List.of(new Layer.Dense(25, null), new Layer.Dense(15, null)),
          List.of(new Layer.Dense(64, null), new Layer.Dense(32, null)));

  @Override
  public String key() {
    return "network";
  }

  @Override
  public Schema.Keys keys() {
    return Schema.Keys.of(
        "layers",
        "activation",
        "lambda",
        "epochs",
        "batch",
        "learning-rate",
        "optimizer",
        "schedule",
        "early-stopping",
        "output",
        "image",
        AveragingBlock.KEY,
        "augment",
        "from",
        "freeze-to",
        "fine-tune");
  }

  @Override
  public Map<String, Schema.Keys> blocks() {
    return Map.of(
        "schedule",
        Schema.Keys.of("factor", "every"),
        "image",
        Schema.Keys.of("height", "width", "channels"),
        AveragingBlock.KEY,
        AveragingBlock.keys(),
        "augment",
        AugmentBlock.KEYS,
        "fine-tune",
        TransferBlock.FINE_TUNE);
  }

  @Override
  public NetworkGrid read(Section block) {
    Optional<Transfer> transfer = TransferBlock.read(block);
    List<List<Layer>> layers =
        transfer.isPresent()
            ? List.of() // the source's
            : block.read("layers", LayerList::networks, LAYERS);
    List<Activation> activations =
        transfer.isPresent()
            ? List.of(Activation.LINEAR) // the source's layers have their own
            : block.read(
                "activation",
                s -> Lists.each(s, LayerList.ACTIVATIONS, LayerList::activation),
                List.of(Activation.RELU));
    List<Double> lambdas = block.read("lambda", s -> Lists.numbers(s, LAMBDA), List.of(0.0, 0.01));
    List<Integer> epochs = block.read("epochs", s -> Lists.integers(s, AT_LEAST_ONE), List.of(40));
    List<Integer> batches = block.read("batch", s -> Lists.integers(s, AT_LEAST_ONE), List.of(64));
    List<Double> rates = block.read("learning-rate", s -> Lists.numbers(s, RATE), List.of(0.001));
    List<Optimizer> optimizers =
        block.read(
            "optimizer",
            s -> Lists.each(s, "adam, sgd or momentum", o -> o.word(Optimizer.class)),
            List.of(Optimizer.ADAM));
    Schedule schedule =
        block.optionalBlock("schedule").map(NetworkBlock::schedule).orElse(Schedule.CONSTANT);
    OptionalInt patience = Stopping.read(block, key(), "epochs", epochs.size());
    TransferBlock.check(block, transfer, epochs.size(), patience);
    Optional<Output> output = block.optional("output", s -> s.word(Output.class));
    Optional<Image> image = block.optionalBlock("image").map(NetworkBlock::image);
    Augment augment = block.optionalBlock("augment").map(AugmentBlock::read).orElse(Augment.NONE);
    if (augment.moves() && image.isEmpty() && transfer.isEmpty()) {
      throw block.error(
          "augment",
          "moves pixels, but the columns are no image; say image { height, width, channels }, or leave only noise");
    }
    try {
      return new NetworkGrid(
          layers,
          activations,
          lambdas,
          epochs,
          batches,
          rates,
          optimizers,
          schedule,
          patience,
          output,
          image,
          augment,
          transfer);
    } catch (IllegalArgumentException e) {
      throw block.error("layers", "do not fit together: " + e.getMessage());
    }
  }

  private static Schedule schedule(Section block) {
    return new Schedule(
        block.required("factor", s -> s.number(FACTOR), "what the learning rate is multiplied by"),
        block.required("every", s -> s.integer(AT_LEAST_ONE), "after how many epochs"));
  }

  private static Image image(Section block) {
    return new Image(
        block.required("height", s -> s.integer(AT_LEAST_ONE), "the rows of pixels"),
        block.required("width", s -> s.integer(AT_LEAST_ONE), "the pixels of a row"),
        block.read("channels", s -> s.integer(AT_LEAST_ONE), 1));
  }
}
