package org.cuntu.engine.measure;

/** An area delivered as an attribute (TBMJ, TBDLMJ): for statistics of whole layers, never a summand of overlay pieces (contracts 3). */
public record BookArea(Area value) {}
