package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.engine.measure.Area;

/**
 * One row of the leaf table that every land-use figure is a sum of (handbook 5.7): plot × patch, the field ridge (田坎,
 * 1203) split off after apportioning.
 *
 * @param nature whose the ground is
 * @param hectares in 0.0001 ha
 * @param slope GDPDJB, of cropland
 */
record LandUseLeaf(
        Leaf leaf, String owner, Nature nature, LandClass landClass, Area area, long hectares, String slope) {
    /** 权属性质 rolled up from QSXZ (handbook survey database 2.4). */
    enum Nature {
        COLLECTIVE,
        STATE,
        UNKNOWN;

        static Nature of(String code) {
            return switch (code) {
                case "10", "20", "21" -> STATE;
                case "30", "31", "32", "33", "34", "40", "41" -> COLLECTIVE;
                default -> UNKNOWN;
            };
        }
    }

    private static final LandClass NO_CLASS = new LandClass("", ReviewWords.same(""), LandClass.Group.UNKNOWN);

    /** The leaf table of a survey layer; ground without a patch has no class. */
    static List<LandUseLeaf> of(LayerResult survey, LandClass.Schemes classes) {
        String scheme = String.valueOf(survey.entry().schema().classScheme());
        List<LandUseLeaf> rows = new ArrayList<>();
        for (Leaf leaf : survey.leaves())
            for (TakenPart part : TakenPart.of(survey, leaf)) {
                String code = String.valueOf(part.fields().getOrDefault("DLBM", ""));
                rows.add(new LandUseLeaf(
                        leaf,
                        leaf.text("QSDWMC"),
                        Nature.of(leaf.text("QSXZ")),
                        code.isEmpty() ? NO_CLASS : classes.get(scheme, code),
                        part.area(),
                        part.hectares(),
                        leaf.text("GDPDJB")));
            }
        return rows;
    }

    boolean isCropland() {
        return landClass.code().startsWith("01");
    }

    boolean isPaddy() {
        return landClass.code().startsWith("0101");
    }
}
