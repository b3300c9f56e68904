package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorRule;
import org.cuntu.core.conformity.report.PaperMap;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.platform.home.CityClock;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;

/** The plate of a check: the plan's ground, what it meets, and where. */
@Component
class SectorPlate {
    private static final float HEIGHT = 330;
    private static final int LEAST = 2_000;
    private static final double FILL = 0.72;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final LineVersions versions;
    private final PlanningWords words;
    private final CityClock clock;

    SectorPlate(LineVersions versions, PlanningWords words, CityClock clock) {
        this.versions = versions;
        this.words = words;
        this.clock = clock;
    }

    /** Room that its heading and the plate need together. */
    static float height() {
        return PaperMap.height(HEIGHT) + 90;
    }

    void print(PdfSheet sheet, SectorFindings findings, Locale locale) {
        Geometry ground = shape(findings.ground().shape());
        if (ground.isEmpty()) return;
        try (LineVersions.Open open = versions.open(clock.today())) {
            Map<String, Snapshot> snapshots = new LinkedHashMap<>();
            findings.used()
                    .forEach((layer, hash) -> open.open(layer, hash).ifPresent(held -> snapshots.put(layer, held)));
            sheet.need(PaperMap.height(HEIGHT));
            PaperMap map = new PaperMap(
                    sheet,
                    locale,
                    snapshots,
                    names(locale),
                    List.of(ground),
                    LEAST,
                    FILL,
                    PaperMap.Room.whole(sheet, HEIGHT));
            snapshots.keySet().forEach(map::layer);
            map.outline(ground, PlanWords.in(locale, "plate.ground"));
            for (SectorRule.Answer answer : findings.answers()) {
                boolean refused = answer.verdict() == Verdict.FAIL;
                if (!refused && answer.verdict() != Verdict.CONDITIONAL) continue;
                for (RuleAnswer.Place place : answer.found().places()) map.ground(shape(place.shape()), refused);
            }
            map.finish(PlanWords.in(locale, "plate.title"), "", true);
            sheet.paragraph(PlanWords.in(locale, "plate.note"), PdfFace.TEXT, 7.5f, PdfSheet.FAINT, 0);
        }
    }

    private PaperMap.Names names(Locale locale) {
        String language = PlanWords.isEnglish(locale) ? "en" : "zh";
        return new PaperMap.Names() {
            @Override
            public String layer(String code) {
                return words.layer(code).getOrDefault(language, code);
            }

            @Override
            public String landClass(String scheme, String code) {
                return code;
            }
        };
    }

    /** The polygons of a kept GeoJSON geometry. */
    static Geometry shape(Map<String, Object> json) {
        List<Polygon> parts = new ArrayList<>();
        if (json.get("coordinates") instanceof List<?> coordinates) {
            if ("Polygon".equals(json.get("type"))) parts.add(polygon(coordinates));
            else for (Object part : coordinates) if (part instanceof List<?> rings) parts.add(polygon(rings));
        }
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(List<?> rings) {
        List<LinearRing> all = new ArrayList<>();
        for (Object ring : rings)
            if (ring instanceof List<?> points)
                all.add(FACTORY.createLinearRing(
                        points.stream().map(SectorPlate::at).toArray(Coordinate[]::new)));
        return FACTORY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate at(Object point) {
        if (point instanceof List<?> pair && pair.get(0) instanceof Number x && pair.get(1) instanceof Number y)
            return new Coordinate(x.doubleValue(), y.doubleValue());
        throw new IllegalStateException("no point: " + point);
    }
}
