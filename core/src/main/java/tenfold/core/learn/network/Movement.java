package tenfold.core.learn.network;

/**
 * An image moved: turned and grown around its middle, then shifted.
 *
 * @param right pixels
 * @param down pixels
 * @param angle radians, from right to down
 * @param factor above 0; above 1 it grows
 */
record Movement(double right, double down, double angle, double factor) {

  /**
   * Returns the image moved. A pixel comes from between four others, weighed by how near they are;
   * beyond the border the image goes on as its outermost pixels.
   *
   * @param x the image, as {@link Volume} has it; not modified
   */
  float[] of(float[] x, Volume in) {
    float[] out = new float[x.length];
    double middleY = (in.height() - 1) / 2.0;
    double middleX = (in.width() - 1) / 2.0;
    double cos = Math.cos(angle) / factor;
    double sin = Math.sin(angle) / factor;
    for (int y = 0; y < in.height(); y++) {
      for (int c = 0; c < in.width(); c++) {
        double dy = y - down - middleY;
        double dx = c - right - middleX;
        pixel(
            x,
            in,
            middleY + cos * dy - sin * dx,
            middleX + cos * dx + sin * dy,
            out,
            (y * in.width() + c) * in.channels());
      }
    }
    return out;
  }

  private static void pixel(float[] x, Volume in, double y, double column, float[] out, int at) {
    double inY = Math.max(0, Math.min(in.height() - 1, y));
    double inX = Math.max(0, Math.min(in.width() - 1, column));
    int top = (int) inY;
    int left = (int) inX;
    int bottom = Math.min(top + 1, in.height() - 1);
    int right = Math.min(left + 1, in.width() - 1);
    double low = inY - top;
    double far = inX - left;
    for (int c = 0; c < in.channels(); c++) {
      double above = (1 - far) * number(x, in, top, left, c) + far * number(x, in, top, right, c);
      double below =
          (1 - far) * number(x, in, bottom, left, c) + far * number(x, in, bottom, right, c);
      out[at + c] = (float) ((1 - low) * above + low * below);
    }
  }

  private static float number(float[] x, Volume in, int y, int column, int channel) {
    return x[(y * in.width() + column) * in.channels() + channel];
  }
}
