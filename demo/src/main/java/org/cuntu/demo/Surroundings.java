package org.cuntu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.engine.layer.Feature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What lies under a site, roughly: enough to choose the showcase's sites; the platform's own overlay judges them. */
final class Surroundings {
    /** Layers whose features are also told apart by a class. */
    private static final Map<String, String> CLASSES =
            Map.of("CZKFBJ", "GHFQDM", "KGDK", "YDYHFLDM", "DLTB", "DLBM", "GHFQ", "GHFQDM");

    /** The survey of the earliest year. */
    static final String PAST = "DLTB-2023";

    private static final Set<String> LEFT_OUT = Set.of("XZQ", "CJDCQ", "PDT", "LSYLKS");

    private final Map<String, STRtree> layers = new LinkedHashMap<>();
    private final Map<String, PreparedGeometry> coverages = new LinkedHashMap<>();
    private final List<Feature> patches = new ArrayList<>();

    private record Item(PreparedGeometry area, String kind) {}

    /**
     * @param window only what meets it is kept, degrees
     */
    Surroundings(DemoCity city, Envelope window) {
        List<DemoLayer> all = new ArrayList<>(city.layers());
        all.addAll(city.earlier().stream()
                .filter(l -> l.code().equals("DLTB") && l.inForceFrom().equals(EarlierYears.FIRST))
                .toList());
        for (DemoLayer layer : all) {
            if (LEFT_OUT.contains(layer.code())) continue;
            boolean past = city.layers().stream().noneMatch(l -> l == layer);
            STRtree tree = new STRtree();
            String classField = CLASSES.get(layer.code());
            int at = classField == null ? -1 : layer.schema().indexOf(classField);
            layer.features().forEach(f -> {
                Envelope box = f.geometry().getEnvelopeInternal();
                if (!box.intersects(window)) return;
                tree.insert(
                        box,
                        new Item(
                                PreparedGeometryFactory.prepare(f.geometry()),
                                at < 0 ? "" : String.valueOf(f.values().get(at))));
                if (layer.code().equals("DLTB") && !past) patches.add(f);
            });
            tree.build();
            layers.put(past ? PAST : layer.code(), tree);
            coverages.put(past ? PAST : layer.code(), PreparedGeometryFactory.prepare(layer.coverage()));
        }
    }

    /** The survey patches of the window, in order. */
    List<Feature> patches() {
        return patches;
    }

    /** Shares of the site, 0 … 1, of one layer: by its code; by {@code layer:class}; of DLTB also {@code cropland}. */
    Map<String, Double> under(Geometry site, String layer) {
        Map<String, Double> shares = new HashMap<>();
        for (Object found : layers.get(layer).query(site.getEnvelopeInternal())) {
            Item item = (Item) found;
            double share = share(site, item.area());
            if (share <= 0) continue;
            shares.merge(layer, share, Double::sum);
            if (!item.kind().isEmpty()) shares.merge(layer + ":" + item.kind(), share, Double::sum);
            if (layer.startsWith("DLTB") && LandClasses.isCropland(item.kind()))
                shares.merge("cropland", share, Double::sum);
        }
        return shares;
    }

    double outside(String layer, Geometry site) {
        return 1 - share(site, coverages.get(layer));
    }

    /** Length in degrees of the border that a site shares with features of a layer. */
    double border(String layer, Geometry site) {
        double sum = 0;
        for (Object found : layers.get(layer).query(site.getEnvelopeInternal()))
            sum += OverlayNGRobust.overlay(
                            site.getBoundary(),
                            ((Item) found).area().getGeometry().getBoundary(),
                            OverlayNG.INTERSECTION)
                    .getLength();
        return sum;
    }

    private static double share(Geometry site, PreparedGeometry other) {
        if (!other.intersects(site)) return 0;
        if (other.covers(site)) return 1;
        return OverlayNGRobust.overlay(site, other.getGeometry(), OverlayNG.INTERSECTION)
                        .getArea()
                / site.getArea();
    }
}
