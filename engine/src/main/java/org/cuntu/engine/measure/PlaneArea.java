package org.cuntu.engine.measure;

/** The shoelace area in the projection plane; shown beside, compared, never used (contracts 3). */
public record PlaneArea(Area value) {}
