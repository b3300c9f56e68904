package org.cuntu.core.conformity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cuntu.core.conformity.ReviewGrounds;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.cuntu.platform.database.DbTime;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The boxes of stored reviews, {@code review_ground}; one is added in the transaction of its review. */
@Component
class GroundTable implements ReviewGrounds {
    /** A box is asked a little larger (contracts 9), about 0.1 m. */
    private static final double GROWN = 1e-6;
    /** What is apportioned to nothing only touches. */
    private static final double LEAST = 0.005;

    private final JdbcClient jdbc;
    private final RowSight sight;

    GroundTable(JdbcClient jdbc, RowSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Adds the box of a review; in the caller's transaction. */
    void add(StoredReview review) {
        double[] box = new PlotShapes(plots(review.site())).bounds();
        jdbc.sql(
                        "insert into review_ground (review, west, south, east, north) values (:id, :west, :south, :east, :north)")
                .param("id", review.id())
                .param("west", box[0])
                .param("south", box[1])
                .param("east", box[2])
                .param("north", box[3])
                .update();
    }

    /** Reviews of older homes that have no box yet. */
    List<String> listMissing() {
        return jdbc.sql("select id from review where id not in (select review from review_ground) order by id")
                .query(String.class)
                .list();
    }

    @Override
    public List<Touched> inArea(Geometry area, int limit) {
        Site site = Site.of(area);
        return touched(area.getEnvelopeInternal(), limit, shapes -> {
            LayerCut cut = SiteOverlay.cut(site, shapes);
            double sum = 0;
            for (Piece piece : cut.pieces()) sum += piece.integral();
            return sum < LEAST ? -1 : sum;
        });
    }

    @Override
    public List<Touched> atPoint(double lon, double lat, int limit) {
        return touched(new Envelope(lon, lon, lat, lat), limit, shapes -> holds(shapes, lon, lat) ? 0 : -1);
    }

    private static boolean holds(PlotShapes shapes, double lon, double lat) {
        for (int plot : shapes.find(lon, lat, lon, lat))
            if (SimplePointInAreaLocator.locate(new Coordinate(lon, lat), shapes.geometry(plot)) != Location.EXTERIOR)
                return true;
        return false;
    }

    private record Candidate(StoredReview.Line line, String site) {}

    private List<Touched> touched(Envelope box, int limit, ToDoubleFunction<PlotShapes> common) {
        List<Touched> touched = new ArrayList<>();
        for (Candidate candidate : candidates(box)) {
            if (touched.size() == limit) break;
            PlotShapes shapes = new PlotShapes(plots(candidate.site));
            double integral = common.applyAsDouble(shapes);
            if (integral >= 0) touched.add(new Touched(candidate.line, integral, shapes.bounds()));
        }
        return touched;
    }

    private List<Candidate> candidates(Envelope box) {
        RowSight.Condition seen = sight.reviews();
        return jdbc.sql("""
                select r.id, r.name, r.made_at, r.made_by, r.conclusion, r.legal_area, r.site
                from review_ground g join review r on r.id = g.review""" + RowSight.OF_REVIEWS + """
                where g.west <= :east and g.east >= :west and g.south <= :north and g.north >= :south and
                """ + seen.where() + " order by r.made_at desc, r.id")
                .params(seen.params())
                .param("west", box.getMinX() - GROWN)
                .param("south", box.getMinY() - GROWN)
                .param("east", box.getMaxX() + GROWN)
                .param("north", box.getMaxY() + GROWN)
                .query((row, n) -> new Candidate(line(row), row.getString("site")))
                .list();
    }

    static StoredReview.Line line(ResultSet row) throws SQLException {
        return new StoredReview.Line(
                row.getString("id"),
                row.getString("name"),
                DbTime.read(row, "made_at"),
                row.getString("made_by"),
                Verdict.valueOf(row.getString("conclusion")),
                new Area(row.getLong("legal_area")));
    }

    private static List<Geometry> plots(String site) {
        return SiteText.read(site).stream()
                .map(plot -> plot.shape().toGeodetic().geometry())
                .toList();
    }
}
