package org.cuntu.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.bench.city.BenchLayer;

/** The statements, in the form that PostGIS answers fastest; nothing of a user enters them. */
final class Sql {
    /** The own entry for {@code +proj=cea +ellps=GRS80}: an equal-area witness. */
    static final int EQUAL_AREA = 990001;

    /** How often the site stands in {@link #site}. */
    static final int SITE_PARAMETERS = 3 * BenchLayer.ofASite().length;

    private Sql() {}

    static String table(BenchLayer layer) {
        return layer.code().toLowerCase(Locale.ROOT);
    }

    /** Large shapes cut up, each part with its area. */
    static List<String> tuned(String table) {
        String tuned = table + "_tuned";
        return List.of(
                "create table " + tuned + " as select id, code, geom, st_area(geom::geography) area from"
                        + " (select id, code, st_subdivide(geom, 256) geom from " + table + ") parts",
                "create index on " + tuned + " using gist(geom)",
                "analyze " + tuned);
    }

    static List<String> mercator(String table) {
        String copy = table + "_3857";
        return List.of(
                "create table " + copy
                        + " as select id, code, st_transform(geom, 3857)::geometry(geometry, 3857) geom from " + table,
                "create index on " + copy + " using gist(geom)",
                "analyze " + copy);
    }

    /** Layer, class and m² by geography for every layer of a site. */
    static String site(boolean tuned) {
        List<String> parts = new ArrayList<>();
        for (BenchLayer layer : BenchLayer.ofASite())
            parts.add(tuned ? tunedPart(table(layer)) : plainPart(table(layer)));
        return String.join(" union all ", parts);
    }

    private static String plainPart(String table) {
        // the third place is only there to give both forms the same number of parameters
        return "select '" + table + "', code, sum(st_area(st_intersection(geom, ?::geometry)::geography)) from " + table
                + " where st_intersects(?::geometry, geom) and ?::geometry is not null group by code";
    }

    private static String tunedPart(String table) {
        return "select '" + table + "', code, sum(case when st_covers(?::geometry, geom) then area"
                + " else st_area(st_intersection(geom, ?::geometry)::geography) end) from " + table + "_tuned"
                + " where st_intersects(?::geometry, geom) group by code";
    }

    /** The witness' area of contracts 3. */
    private static String witness(String geometry) {
        return "st_area(st_transform(st_segmentize(" + geometry + ", 0.00005), " + EQUAL_AREA + "))";
    }

    static String pieces() {
        List<String> parts = new ArrayList<>();
        BenchLayer[] layers = BenchLayer.ofASite();
        for (int l = 0; l < layers.length; l++)
            parts.add("select '" + l + " ' || id, " + witness("st_intersection(geom, ?::geometry)") + " from "
                    + table(layers[l]) + " where st_intersects(?::geometry, geom) and ?::geometry is not null");
        parts.add("select 'site', " + witness("?::geometry"));
        return String.join(" union all ", parts);
    }

    static String matrix(String a, String b) {
        return "select a.code, b.code, sum(st_area(st_intersection(a.geom, b.geom)::geography)) from " + a + " a join "
                + b + " b on st_intersects(a.geom, b.geom) group by 1, 2";
    }

    static String tile(String table) {
        return "select st_asmvt(t, '" + table + "', 4096, 'geom', 'id') from (select id, code,"
                + " st_asmvtgeom(geom, st_tileenvelope(?, ?, ?), 4096, 64, true) geom from " + table + "_3857"
                + " where geom && st_tileenvelope(?, ?, ?, margin => 64.0 / 4096)) t where geom is not null";
    }
}
