package org.cuntu.core.onemap.internal;

/**
 * Between which scales a layer is drawn (显示比例尺), as denominators.
 *
 * @param largest 1 : largest is the closest view that draws the layer
 * @param smallest 1 : smallest is the farthest
 */
record ScaleRange(int largest, int smallest) {}
