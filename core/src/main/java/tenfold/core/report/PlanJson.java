package tenfold.core.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import tenfold.core.sweep.Axis;
import tenfold.core.sweep.Cost;
import tenfold.core.sweep.Plan;
import tenfold.core.sweep.Shape;

/** A plan as JSON: {@code plan.json}. */
public final class PlanJson {

  private PlanJson() {}

  /** Returns the plan as a JSON object. */
  public static ObjectNode of(Plan plan) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    Shape shape = plan.shape();
    root.putObject("rows").put("train", shape.rows()).put("test", plan.testRows());
    root.put("features", shape.numbers() + shape.indicators());
    root.put("folds", shape.folds()).put("repeats", shape.repeats());
    root.put("leave_one_out", shape.leaveOneOut()).put("out_of_bag", shape.outOfBag());
    root.put("models", plan.models()).put("fits", plan.fits()).put("passes", plan.passes());
    ArrayNode families = root.putArray("families");
    for (Plan.Entry entry : plan.entries()) {
      ObjectNode family = families.addObject().put("model", entry.family());
      ArrayNode axes = family.putArray("axes");
      for (Axis axis : entry.axes()) {
        ObjectNode node = axes.addObject().put("key", axis.key());
        axis.values().forEach(node.withArray("values")::addPOJO);
        node.put("kind", axis.sharing().name().toLowerCase(Locale.ROOT)).put("why", axis.why());
      }
      Cost cost = entry.cost();
      family.put("candidates", cost.candidates()).put("models", cost.models());
      family.put("fits", cost.fits()).put("passes", cost.passes());
      family.put("task_bytes", cost.taskBytes()).put("driver_bytes", cost.driverBytes());
    }
    return root;
  }
}
