package org.cuntu.demo;

import org.locationtech.jts.geom.Polygon;

/** A part of a cell between cut lines, on its way into a patch. */
record Face(Polygon polygon, Divisions.Township township, Divisions.Village village, CutLines.Kind kind, Site site) {}
