package tenfold.jobs.spark;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tenfold.core.data.DataException;
import tenfold.core.seed.Seed;

/** Digits drawn in fonts of this machine, white on black: moved, turned, slanted and stretched. */
final class Glyphs {

  private static final double UNIT = 0x1p-53;
  private static final int DRAWN = 100; // points, before it is fitted to the image
  private static final double HEIGHT = 0.7; // of the image
  private static final double SHIFT = 0.08; // of the image, to either side
  private static final double TURN = Math.toRadians(12);
  private static final double SLANT = 0.2;
  private static final double STRETCH = 0.15;

  /** Java's own names for what it takes from others. */
  private static final Set<String> LOGICAL =
      Set.of("Dialog", "DialogInput", "Monospaced", "SansSerif", "Serif");

  private final List<Font> fonts;
  private final int size;

  private Glyphs(List<Font> fonts, int size) {
    this.fonts = fonts;
    this.size = size;
  }

  /**
   * Finds fonts.
   *
   * @param families empty: all that have digits
   * @throws DataException if there are none, or not these
   */
  static Glyphs of(List<String> families, int size) {
    System.setProperty("java.awt.headless", "true");
    Set<String> known = new TreeSet<>();
    try {
      GraphicsEnvironment machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
      known.addAll(Arrays.asList(machine.getAvailableFontFamilyNames()));
      known.removeAll(LOGICAL);
      known.removeIf(family -> font(family).canDisplayUpTo("0123456789") != -1);
    } catch (RuntimeException | LinkageError | InternalError e) { // Java's ways to miss fontconfig
      known.clear();
    }
    return of(families, known, size);
  }

  /** The same, where these families are known. */
  static Glyphs of(List<String> families, Set<String> known, int size) {
    if (known.isEmpty()) {
      throw new DataException(
          "data.path: digits are drawn in the fonts of this machine, but it has none that Java finds; install fontconfig and fonts, such as the package fonts-dejavu");
    }
    for (String family : families) {
      if (!known.contains(family)) {
        throw new DataException(
            "data.path: this machine has no font '%s' with digits; use some of %s"
                .formatted(family, String.join(", ", known)));
      }
    }
    List<String> chosen = families.isEmpty() ? List.copyOf(new TreeSet<>(known)) : families;
    return new Glyphs(chosen.stream().sorted().map(Glyphs::font).toList(), size);
  }

  private static Font font(String family) {
    return new Font(family, Font.PLAIN, DRAWN);
  }

  /** Returns an image of a digit, row by row, 0 to 255 each. */
  byte[] image(int digit, Seed draws) {
    Font font = fonts.get((int) ((draws.bits(0) >>> 33) % fonts.size()));
    Shape outline =
        font.deriveFont(draws.bits(1) < 0 ? Font.BOLD : Font.PLAIN)
            .createGlyphVector(new FontRenderContext(null, true, true), Integer.toString(digit))
            .getOutline();
    Rectangle2D bounds = outline.getBounds2D();
    double scale = HEIGHT * size / bounds.getHeight();
    AffineTransform place = new AffineTransform();
    place.translate(size * (0.5 + SHIFT * even(draws, 2)), size * (0.5 + SHIFT * even(draws, 3)));
    place.rotate(TURN * even(draws, 4));
    place.shear(SLANT * even(draws, 5), 0);
    place.scale(scale * (1 + STRETCH * even(draws, 6)), scale * (1 + STRETCH * even(draws, 7)));
    place.translate(-bounds.getCenterX(), -bounds.getCenterY());
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fill(place.createTransformedShape(outline));
    graphics.dispose();
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** Evenly from -1 to 1. */
  private static double even(Seed draws, long which) {
    return 2 * UNIT * (draws.bits(which) >>> 11) - 1;
  }
}
