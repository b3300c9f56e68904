package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.FeatureReader;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.ReadOrder;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.ShapeCheck;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.Home;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.springframework.stereotype.Component;

/**
 * The ground of a kept file, EPSG:4490: its areas put together, or the corridors of its lines, half the width to either side in
 * the 3° zone of each line, cut off at its ends. Corners of a corridor are rounded to 1e-9° as what is drawn is.
 */
@Component
class SectorGround {
    private static final String NO_LAYER = "format.not-a-layer";
    private static final double WIDEST = 2_000;
    private static final int MOST_PROBLEMS = 100;
    private static final int QUADRANT = 8;

    private final Files files;
    private final Home home;

    SectorGround(Files files, Home home) {
        this.files = files;
        this.home = home;
    }

    /** @throws InputRefused when the system or the width is none */
    static void check(@Nullable String crs, @Nullable Double width) {
        stated(crs);
        if (width != null && !(width > 0 && width <= WIDEST))
            throw LineCandidates.refused("planning.sector-width", "width", width, "most", (int) WIDEST);
    }

    private static @Nullable Crs stated(@Nullable String crs) {
        if (crs == null || crs.isBlank()) return null;
        return Crs.find(crs).orElseThrow(() -> LineCandidates.refused("onemap.unknown-crs", "crs", crs));
    }

    /**
     * @param width metres of the corridor; null: the file holds areas
     * @throws InputRefused with what is wrong with the file or its shapes
     */
    Geometry read(String file, String name, @Nullable String crs, @Nullable Double width, Runnable pulse)
            throws IOException {
        List<Geometry> parts = width == null ? areas(file, name, crs, pulse) : corridors(file, name, crs, width, pulse);
        Geometry ground = GroundShapes.union(parts);
        if (ground.isEmpty()) throw new InputRefused(Problem.refused("format.no-plots", Problem.Place.file(name)));
        return ground;
    }

    private List<Geometry> areas(String file, String name, @Nullable String crs, Runnable pulse) throws IOException {
        try {
            return features(file, name, crs, Dimension.AREA, pulse);
        } catch (InputRefused e) {
            if (e.problems().stream().noneMatch(problem -> problem.code().equals(NO_LAYER))) throw e;
        }
        return SiteReader.read(files.checked(file), name, stated(crs), InputLimits.SITE).plots().stream()
                .map(Plot::shape)
                .map(shape -> shape.toGeodetic().geometry())
                .toList();
    }

    private List<Geometry> features(String file, String name, @Nullable String crs, Dimension dimension, Runnable pulse)
            throws IOException {
        List<Geometry> shapes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ReadOrder order = new ReadOrder(stated(crs), null, false, dimension, pulse);
        try (FeatureReader reader =
                FeatureReader.open(files.checked(file), name, InputLimits.SITE, home.tmp(), order)) {
            reader.forEach(feature -> {
                if (dimension == Dimension.AREA && problems.size() < MOST_PROBLEMS)
                    ShapeCheck.check(feature.shape(), Problem.Place.file(name).plot(String.valueOf(feature.number())))
                            .stream()
                            .filter(problem -> problem.severity() == Problem.Severity.REFUSED)
                            .forEach(problems::add);
                shapes.add(feature.geometry());
                pulse.run();
            });
        }
        if (!problems.isEmpty()) throw new InputRefused(problems);
        return shapes;
    }

    private List<Geometry> corridors(String file, String name, @Nullable String crs, double width, Runnable pulse)
            throws IOException {
        BufferParameters square = new BufferParameters(QUADRANT, BufferParameters.CAP_FLAT);
        List<Geometry> corridors = new ArrayList<>();
        for (Geometry line : features(file, name, crs, Dimension.LINE, pulse)) {
            GeoShape shape = GeoShape.owning(Crs.CGCS2000, line);
            Crs zone = SiteAreas.zoneOf(shape);
            Geometry flat = shape.to(zone).geometry();
            Geometry wide = new BufferOp(flat, square).getResultGeometry(width / 2);
            Geometry back = GeoShape.owning(zone, wide).toGeodetic().geometry();
            back.apply((CoordinateFilter) at -> {
                at.x = StrictMath.rint(at.x * 1e9) / 1e9;
                at.y = StrictMath.rint(at.y * 1e9) / 1e9;
            });
            back.geometryChanged();
            corridors.add(back);
        }
        return corridors;
    }
}
