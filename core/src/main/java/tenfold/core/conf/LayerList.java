package tenfold.core.conf;

import com.typesafe.config.ConfigObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenfold.core.learn.network.Activation;
import tenfold.core.learn.network.Layer;

/** Reads {@code models.network.layers}: a network, or a list of networks, each a list of layers. */
final class LayerList {

  static final String ACTIVATIONS = "linear, sigmoid, relu or tanh";

  private static final String NETWORKS =
      "a list of networks, each a list of layers, such as [[25, 15], [64, 32]]";

  private static final String LAYER =
      "a number of units, { dense = 25, activation = relu }, { conv = 16, kernel = 3, stride = 1 }, { pool = 2 }, { dropout = 0.2 } or { batch-norm = true }";

  private static final Limits SIZE = Limits.integers(1, 1_000_000);
  private static final Limits RATE =
      new Limits(0, Math.nextDown(1.0), "a number from 0 to below 1");

  /** The keys of a layer by its first, which names the kind. */
  private static final Map<String, List<String>> KEYS = keys();

  private LayerList() {}

  private static Map<String, List<String>> keys() {
    Map<String, List<String>> out = new LinkedHashMap<>();
    out.put("dense", List.of("dense", "activation"));
    out.put("conv", List.of("conv", "kernel", "stride", "activation"));
    out.put("pool", List.of("pool"));
    out.put("dropout", List.of("dropout"));
    out.put("batch-norm", List.of("batch-norm"));
    return out;
  }

  static List<List<Layer>> networks(Setting setting) {
    if (!setting.isList()) {
      throw setting.wrong(NETWORKS);
    }
    boolean one = setting.elements().stream().noneMatch(Setting::isList);
    return one ? List.of(network(setting)) : Lists.each(setting, NETWORKS, LayerList::network);
  }

  private static List<Layer> network(Setting setting) {
    List<Setting> elements = setting.elements();
    if (!setting.isList() || elements.isEmpty()) {
      throw setting.wrong(NETWORKS + "; a model without hidden layers is logistic or ridge");
    }
    List<Layer> out = new ArrayList<>();
    elements.forEach(element -> out.add(layer(element)));
    return List.copyOf(out);
  }

  private static Layer layer(Setting setting) {
    if (!(setting.value() instanceof ConfigObject block)) {
      if (setting.isWords() || setting.isList()) {
        throw setting.wrong(LAYER);
      }
      return new Layer.Dense(setting.integer(SIZE), null);
    }
    String kind =
        KEYS.keySet().stream()
            .filter(block::containsKey)
            .findFirst()
            .orElseThrow(() -> setting.wrong(LAYER));
    for (String key : block.keySet()) {
      if (!KEYS.get(kind).contains(key)) {
        throw setting.error(
            "has %s in a layer of %s; that takes %s"
                .formatted(key, kind, String.join(", ", KEYS.get(kind))));
      }
    }
    return layer(kind, setting, block);
  }

  private static Layer layer(String kind, Setting setting, ConfigObject block) {
    Setting first = setting.child(kind, block.get(kind));
    return switch (kind) {
      case "dense" -> new Layer.Dense(first.integer(SIZE), own(setting, block));
      case "conv" ->
          new Layer.Conv(
              first.integer(SIZE),
              size(setting, block, "kernel", 3),
              size(setting, block, "stride", 1),
              own(setting, block));
      case "pool" -> new Layer.Pool(first.integer(SIZE));
      case "dropout" -> new Layer.Dropout(first.number(RATE));
      default -> {
        if (!first.flag()) {
          throw first.wrong("true, or leave the layer out");
        }
        yield new Layer.BatchNorm();
      }
    };
  }

  private static int size(Setting setting, ConfigObject block, String key, int otherwise) {
    return block.containsKey(key) ? setting.child(key, block.get(key)).integer(SIZE) : otherwise;
  }

  private static Activation own(Setting setting, ConfigObject block) {
    return block.containsKey("activation")
        ? activation(setting.child("activation", block.get("activation")))
        : null;
  }

  static Activation activation(Setting setting) {
    if (setting.isWords() && setting.raw().equals("softmax")) {
      throw setting.error(
          "is softmax in a hidden layer, which would leave of all units one and drown the others' slopes; it belongs to the output, where several classes get it by themselves; use "
              + ACTIVATIONS);
    }
    return setting.word(Activation.class);
  }
}
