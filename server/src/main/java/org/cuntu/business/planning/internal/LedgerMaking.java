package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.business.planning.AreaLedger;
import org.cuntu.business.planning.AreaLedger.Measure;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ProposalFindings.Soil;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The ledgers of a change. Leaves are county × class: before is the line's statement, out and in are F of ground that leaves and
 * comes, each rounded once; after is their sum, so that rows, columns and totals add up whatever is summed.
 */
@Component
class LedgerMaking {
    private final LineStatements statements;

    LedgerMaking(LineStatements statements) {
        this.statements = statements;
    }

    List<AreaLedger> make(ControlLine line, @Nullable Snapshot base, GroundChange change, Counties counties) {
        List<AreaLedger> ledgers = new ArrayList<>();
        ledgers.add(make(line, base, change, counties, Measure.GROSS));
        if (line.fields().ratio() != null) ledgers.add(make(line, base, change, counties, Measure.NET));
        return ledgers;
    }

    private AreaLedger make(
            ControlLine line, @Nullable Snapshot base, GroundChange change, Counties counties, Measure measure) {
        Map<LineStatements.Place, Double> in = new TreeMap<>();
        Map<LineStatements.Place, Double> out = new TreeMap<>();
        change.byClass().forEach((key, moved) -> {
            double share = measure == Measure.NET ? 1 - key.ratio() : 1;
            add(in, key.code(), counties.split(moved.in()), share);
            add(out, key.code(), counties.split(moved.out()), share);
        });
        return of(measure, statements.of(line, base, counties, measure), in, out);
    }

    private static void add(
            Map<LineStatements.Place, Double> to, String code, Map<String, Double> byCounty, double share) {
        byCounty.forEach((county, area) -> to.merge(new LineStatements.Place(county, code), area * share, Double::sum));
    }

    /** A leaf loses at most what it has: the last digit of its rounding is not below nothing. */
    static AreaLedger of(
            Measure measure,
            Map<LineStatements.Place, Area> before,
            Map<LineStatements.Place, Double> in,
            Map<LineStatements.Place, Double> out) {
        TreeSet<LineStatements.Place> places = new TreeSet<>(before.keySet());
        places.addAll(in.keySet());
        places.addAll(out.keySet());
        List<AreaLedger.Row> rows = new ArrayList<>();
        for (LineStatements.Place place : places) {
            Area had = before.getOrDefault(place, Area.ZERO);
            Area leaves = Area.ofSquareMetres(out.getOrDefault(place, 0.0));
            if (leaves.compareTo(had) > 0) leaves = had;
            Area comes = Area.ofSquareMetres(in.getOrDefault(place, 0.0));
            rows.add(new AreaLedger.Row(place.county(), place.code(), had, leaves, comes));
        }
        return new AreaLedger(measure, rows);
    }

    /** The changed ground by survey class; empty without a survey. */
    List<Soil> soil(@Nullable Snapshot survey, GroundChange change, Counties counties) {
        if (survey == null) return List.of();
        Map<LineStatements.Place, Double> in = soil(survey, change.in(), counties);
        Map<LineStatements.Place, Double> out = soil(survey, change.out(), counties);
        TreeSet<LineStatements.Place> places = new TreeSet<>(in.keySet());
        places.addAll(out.keySet());
        return places.stream()
                .map(place -> new Soil(
                        place.county(),
                        place.code(),
                        Area.ofSquareMetres(out.getOrDefault(place, 0.0)),
                        Area.ofSquareMetres(in.getOrDefault(place, 0.0))))
                .toList();
    }

    private static Map<LineStatements.Place, Double> soil(Snapshot survey, Geometry ground, Counties counties) {
        Map<LineStatements.Place, Double> found = new TreeMap<>();
        if (ground.isEmpty()) return found;
        String field = survey.schema().classField();
        Site site = Site.of(ground);
        SiteOverlay.cut(site, survey, (piece, outline) -> {
            if (piece.integral() < GroundShapes.TOUCH) return;
            Object code = field == null ? null : survey.value(piece.feature(), field);
            add(found, code == null ? "" : code.toString(), counties.split(outline.get()), 1);
        });
        return found;
    }

    /** Pieces that are more than a touch. */
    static List<Piece> pieces(Site site, Snapshot layer) {
        return SiteOverlay.pieces(site, layer).stream()
                .filter(piece -> piece.integral() >= GroundShapes.TOUCH)
                .toList();
    }
}
