package org.cuntu.engine.measure;

/** What the file claims; shown beside, compared, never used (contracts 3). */
public record StatedArea(Area value) {}
