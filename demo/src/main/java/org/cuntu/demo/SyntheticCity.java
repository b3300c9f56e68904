package org.cuntu.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a synthetic Liuzhou. The ground is cut into Voronoi cells around seeded points; county outlines, rivers, roads and
 * railways cut through them; every layer is a union of the resulting patches or an invented outline. So the survey layers
 * and the control lines share their vertices exactly, and nothing overlaps that must not.
 */
public final class SyntheticCity {
    private SyntheticCity() {}

    /**
     * Makes the city. SMALL takes about 10 s on one core and under 200 MB of heap, CITY some minutes and under 2 GB.
     *
     * @param seed the same size and seed give the same features to the last bit; the showcase belongs to seed 1
     */
    public static DemoCity make(DemoSize size, long seed, Progress progress) {
        CityModel model = new CityModel(size, seed, progress);
        List<DemoLayer> layers = new ArrayList<>();
        layers.addAll(new SurveyLayers(model).all());
        layers.addAll(new ControlLines(model).all());
        layers.addAll(new PlanLayers(model).all());
        layers.addAll(new RiskLayers(model).all());
        layers.addAll(new RightsLayers(model).all());
        layers.addAll(new SectorLayers(model).all());
        layers.addAll(new SpecialSurveys(model).all());
        progress.at("layers", layers.size(), layers.size());
        return new DemoCity(
                size, seed, model.patchCount(), layers, new EarlierYears(model, layers).all(), notes(model));
    }

    private static List<String> notes(CityModel model) {
        Outlines outlines = model.land.outlines;
        long metres = Math.round(outlines.mendedSquareMetres());
        return List.of(
                "县界为示意边界，无审图号；制作时修补缝隙 " + outlines.gaps() + " 处、重叠 " + outlines.overlaps() + " 处、碎块 "
                        + outlines.crumbs() + " 处，共 " + metres
                        + " ㎡。 The county outlines are a sketch without a map approval number; " + outlines.gaps()
                        + " gaps, " + outlines.overlaps() + " overlaps and " + outlines.crumbs() + " crumbs, " + metres
                        + " m² in all, were mended.",
                "县界、区划代码和名称来自公开数据，其余全部为演示而虚构。 Outlines, division codes and names are public data;"
                        + " everything else is invented.");
    }
}
