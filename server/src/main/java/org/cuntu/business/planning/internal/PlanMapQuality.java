package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.PlanScheme.MapLayer;
import org.cuntu.business.planning.PlanScheme.Replaces;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.RuleAnswer.Outcome;
import org.cuntu.business.planning.RuleAnswer.Place;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * The map's own quality: a layer of the register by the city's quality rules, with the run to look it up; a layer of the plan's own by
 * its overlaps.
 */
@Component
class PlanMapQuality {
    private static final double LEAST = 0.01;

    private final LayerChecks checks;

    PlanMapQuality(LayerChecks checks) {
        this.checks = checks;
    }

    private static final LayerChecks.Progress SILENT = new LayerChecks.Progress() {
        @Override
        public void at(long done, long of) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    RuleAnswer answer(LineRule rule, PlanChecks.Asked asked) {
        Map<String, String> args = new LinkedHashMap<>();
        List<Place> places = new ArrayList<>();
        long refusing = 0;
        long warnings = 0;
        for (MapLayer layer : asked.scheme().layers()) {
            Snapshot map = asked.maps().get(layer.layer());
            if (map == null) continue;
            if (layer.replaces() == Replaces.NOTHING) {
                if (layer.schema().kind() != LayerKind.OVERLAPPING) overlaps(layer, map, asked.counties(), places);
                continue;
            }
            CheckRun run = checks.check(
                    new LayerChecks.Order(
                            layer.layer(), map.hash(), asked.versions().day(), null, null),
                    SILENT);
            refusing += run.refusing();
            warnings += run.warnings();
            args.put("run." + layer.layer(), run.id().toString());
        }
        refusing += places.size();
        args.put("refusing", String.valueOf(refusing));
        args.put("warnings", String.valueOf(warnings));
        return new RuleAnswer(
                rule,
                rule.test().word(),
                refusing > 0 ? Outcome.FAIL : Outcome.PASS,
                null,
                args,
                List.of(),
                places.stream().limit(100).toList(),
                places.size(),
                List.of());
    }

    private static void overlaps(MapLayer layer, Snapshot map, Counties counties, List<Place> places) {
        TreeSet<Long> pairs = new TreeSet<>();
        for (int i = 0; i < map.size(); i++) {
            Site site = Site.of(map.geometry(i));
            for (Piece piece : SiteOverlay.pieces(site, map)) {
                int other = piece.feature();
                if (other == i || piece.integral() < LEAST) continue;
                if (!pairs.add(((long) StrictMath.min(i, other) << 32) | StrictMath.max(i, other))) continue;
                Geometry outline = SiteOverlay.outline(site, map, other);
                places.add(PlanChecks.place(layer, map, other, outline, piece.integral(), counties));
            }
        }
    }
}
