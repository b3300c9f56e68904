package org.cuntu.engine.measure;

/** The figure printed for a site or plot; every leaf of a review is apportioned to it (contracts 3). */
public record LegalArea(Area value) {}
