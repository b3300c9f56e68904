package org.cuntu.core.conformity;

import org.cuntu.core.rules.Conversion;
import org.cuntu.engine.measure.Area;

/**
 * The part of a survey leaf that lies in one plan zone, and what the conversion matrix says of it. The parts of a leaf add
 * up to it in m², in hectares and in percent.
 *
 * @param leaf of the survey (DLTB)
 * @param zone number of the plan zone's feature; -1: no zone lies there
 * @param township nine digits; empty: not known
 * @param zoneCode empty where no zone lies
 * @param area apportioned to the leaf's
 * @param hectares in 0.0001 ha
 * @param share of the site, 0.01 %
 * @param sliver small by area and width, by the survey's limits: in the table, not seen by rules
 */
public record ConversionPart(
        Leaf leaf,
        int zone,
        String township,
        String zoneCode,
        String zoneName,
        Area area,
        long hectares,
        int share,
        boolean sliver,
        Conversion.Answer answer) {}
