package org.cuntu.engine.overlay;

/**
 * What of a line lies in a site.
 *
 * @param feature the feature's number in the snapshot
 * @param metres the length inside, by the engine's metric ({@link org.cuntu.engine.layer.LocalMetric}: within 1e-4 of the true length);
 *     about 0 for a line that only touches
 */
public record LinePiece(int feature, double metres) {}
