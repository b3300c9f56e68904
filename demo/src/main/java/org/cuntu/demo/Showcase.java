package org.cuntu.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.engine.layer.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the showcase's sites in a city: for each {@link Wish} the first place, in the order of the survey patches, under
 * which lies what the wish asks for. {@code demo/showcase.geojson} holds the result for SMALL and seed 1.
 */
public final class Showcase {
    private static final Set<String> QUIET = Set.of(
            "STBHHX",
            "YJJBNTBHTB",
            "LSWHBHX",
            "HLFXKZX",
            "DZZHFXQ",
            "CKQ",
            "TKQ",
            "YPJSYD",
            "ZRBHD",
            "CSSX",
            "YJJBNTWHTB",
            "FJMSQ",
            "YYSSYBHQ",
            "SDFW",
            "GYL",
            "HHGLFW",
            "KCZYGHQ",
            "ZYKCFW");
    private static final double WINDOW_DEGREES = 0.42;
    private static final double SLIVER_DEGREES = 6e-8;

    private final Surroundings surroundings;
    private final Dice dice;
    private final Set<Feature> used = new HashSet<>();

    private Showcase(DemoCity city) {
        Envelope window = new Envelope(new Coordinate(Frame.LON0, Frame.LAT0));
        window.expandBy(WINDOW_DEGREES);
        this.surroundings = new Surroundings(city, window);
        this.dice = new Dice(city.seed());
    }

    /**
     * The sites as a GeoJSON FeatureCollection in EPSG:4490, one feature a line.
     *
     * @throws IllegalStateException when the city has no place for one of them
     */
    public static String geoJson(DemoCity city) {
        Showcase showcase = new Showcase(city);
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Wish wish : Wishes.all()) lines.add(json.writeValueAsString(feature(json, wish, showcase.find(wish))));
        return "{\"type\":\"FeatureCollection\",\"name\":\"showcase\","
                + "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4490\"}},"
                + "\"features\":[\n" + String.join(",\n", lines)
                + "\n]}\n";
    }

    private Polygon find(Wish wish) {
        for (Feature patch : surroundings.patches()) {
            if (used.contains(patch)) continue;
            Polygon site = wish.reach() == 0 ? outline(wish, (Polygon) patch.geometry()) : blob(wish, patch);
            if (site == null || !fits(wish, site)) continue;
            used.add(patch);
            return site;
        }
        throw new IllegalStateException("the city has no place for showcase site " + wish.id());
    }

    private Polygon blob(Wish wish, Feature patch) {
        Coordinate c = patch.geometry().getInteriorPoint().getCoordinate();
        int corners = 10 + dice.below(12, 301, wish.id().hashCode(), 0);
        return Blob.of(dice, 302, Frame.x(c.x), Frame.y(c.y), wish.reach(), corners, 0.16);
    }

    /** A patch beside farmland as a site: as it is, or with one point of the common border a hand's breadth too far. */
    private @org.jspecify.annotations.Nullable Polygon outline(Wish wish, Polygon patch) {
        double hectares = Patch.area(patch) / 10_000;
        boolean sensible = hectares > 1 && hectares < 15 && patch.getNumPoints() > 10 && patch.getNumPoints() < 26;
        if (!sensible || patch.getNumInteriorRing() > 0) return null;
        if (surroundings.border("YJJBNTBHTB", patch) < 5e-4) return null;
        return wish.id().equals("13-touch") ? patch : pushed(patch);
    }

    /** The first single vertex that can be pushed out into farmland. */
    private @org.jspecify.annotations.Nullable Polygon pushed(Polygon patch) {
        for (int k = 1; k + 1 < patch.getNumPoints(); k++) {
            Coordinate[] ring = patch.copy().getCoordinates();
            Coordinate middle = patch.getCentroid().getCoordinate();
            double d = ring[k].distance(middle);
            ring[k] = new Coordinate(
                    Frame.round(ring[k].x + (ring[k].x - middle.x) / d * SLIVER_DEGREES),
                    Frame.round(ring[k].y + (ring[k].y - middle.y) / d * SLIVER_DEGREES));
            Polygon site = Sources.FACTORY.createPolygon(ring);
            double area = surroundings.under(site, "YJJBNTBHTB").getOrDefault("YJJBNTBHTB", 0.0) * Patch.area(site);
            if (area > 0.05 && area < 0.8) return site;
        }
        return null;
    }

    /** What the wish asks for first, the quiet layers next, the survey last: most places are out at the first look. */
    private boolean fits(Wish wish, Geometry site) {
        Map<String, Map<String, Double>> seen = new HashMap<>();
        for (Map.Entry<String, double[]> e : wish.shares().entrySet()) {
            double share = e.getKey().equals("outside:CKQ")
                    ? surroundings.outside("CKQ", site)
                    : share(site, layerOf(e.getKey()), e.getKey(), seen);
            if (share < e.getValue()[0] || share > e.getValue()[1]) return false;
        }
        if (!wish.shares().containsKey("outside:CKQ") && surroundings.outside("CKQ", site) > 1e-9) return false;
        for (String layer : QUIET)
            if (!wish.shares().containsKey(layer) && share(site, layer, layer, seen) > (wish.reach() == 0 ? 1e-3 : 0))
                return false;
        return share(site, "DLTB", "DLTB", seen) >= 0.999999;
    }

    private double share(Geometry site, String layer, String key, Map<String, Map<String, Double>> seen) {
        return seen.computeIfAbsent(layer, code -> surroundings.under(site, code))
                .getOrDefault(key.equals("was-cropland") ? "cropland" : key, 0.0);
    }

    private static String layerOf(String key) {
        return key.equals("cropland") ? "DLTB" : key.equals("was-cropland") ? Surroundings.PAST : key.split(":")[0];
    }

    private static ObjectNode feature(ObjectMapper json, Wish wish, Polygon site) {
        ObjectNode feature = json.createObjectNode();
        feature.put("type", "Feature");
        feature.put("id", wish.id());
        ObjectNode p = feature.putObject("properties");
        p.put("id", wish.id());
        p.put("name", wish.name().zh());
        p.put("name_en", wish.name().en());
        p.put("use", wish.purpose());
        ObjectNode project = p.putObject("project");
        project.put("kind", wish.kind());
        project.put("purpose", wish.purpose());
        project.put("level", "ordinary");
        project.put("appliedOn", "2026-11-20");
        project.putArray("documents");
        if (!wish.figures().isEmpty()) {
            ObjectNode figures = project.putObject("figures");
            wish.figures().forEach(figures::put);
        }
        p.put("focus", wish.focus());
        p.put("answer", wish.answer());
        p.put("finding", wish.finding());
        p.put("expect", wish.expect().zh());
        p.put("expect_en", wish.expect().en());
        p.put("teaches", wish.teaches().zh());
        p.put("teaches_en", wish.teaches().en());
        p.put("invented", true);
        ObjectNode geometry = feature.putObject("geometry");
        geometry.put("type", "Polygon");
        ArrayNode ring = geometry.putArray("coordinates").addArray();
        for (Coordinate c : site.getExteriorRing().getCoordinates())
            ring.addArray().add(c.x).add(c.y);
        return feature;
    }
}
