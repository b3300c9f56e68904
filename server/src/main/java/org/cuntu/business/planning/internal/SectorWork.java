package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorRule;
import org.cuntu.business.planning.SectorRule.CountyArea;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.home.CityClock;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Component;

/** Puts a sector plan's ground to the rules of its sector, with the checks of the lines; nothing is written. */
@Component
class SectorWork {
    private final SectorFile file;
    private final LineVersions versions;
    private final LayerRegister register;
    private final CityClock clock;

    SectorWork(SectorFile file, LineVersions versions, LayerRegister register, CityClock clock) {
        this.file = file;
        this.versions = versions;
        this.register = register;
        this.clock = clock;
    }

    /** Hears how many rules have been put. */
    interface Watch {
        void at(int done, int total);
    }

    SectorFindings find(String sector, Geometry ground, Watch watch) {
        LocalDate day = clock.today();
        List<SectorRule> rules = file.listRules(sector, day);
        try (LineVersions.Open open = versions.open(day)) {
            Counties counties = Counties.of(open);
            List<SectorRule.Answer> answers = new ArrayList<>();
            for (SectorRule rule : rules) {
                watch.at(answers.size(), rules.size());
                answers.add(answer(rule, ground, open, counties));
            }
            return new SectorFindings(day, ground(ground, counties), answers, open.used());
        }
    }

    private SectorRule.Answer answer(SectorRule rule, Geometry ground, LineVersions.Open open, Counties counties) {
        if (!(rule.rule().test() instanceof LineRule.OnLayer on)) throw new IllegalStateException("not on a layer");
        OnLayerCheck check = new OnLayerCheck(
                ground, open, counties, register.findLayer(on.layer()).orElseThrow());
        RuleAnswer found = check.answer(rule.rule(), on);
        Area area = Objects.requireNonNullElse(found.area(), Area.ZERO);
        return new SectorRule.Answer(rule, rule.verdict(found.outcome()), found, apportioned(check.byCounty(), area));
    }

    private static SectorFindings.Ground ground(Geometry ground, Counties counties) {
        Area area = Area.ofSquareMetres(GroundShapes.integral(ground));
        Map<String, Object> shape = GroundShapes.json(ground);
        return new SectorFindings.Ground(
                area,
                SectorPrints.sha256(new WKBWriter().write(ground)),
                GroundShapes.box(ground),
                apportioned(counties.split(ground), area),
                shape == null ? Map.of() : shape);
    }

    /** The parts add up to the area. */
    static List<CountyArea> apportioned(Map<String, Double> parts, Area area) {
        if (!area.isPositive() || parts.isEmpty()) return List.of();
        double[] sizes = parts.values().stream()
                .mapToDouble(part -> StrictMath.max(0, part))
                .toArray();
        List<Area> areas = Apportionment.areas(sizes, area);
        List<CountyArea> all = new ArrayList<>();
        int i = 0;
        for (String county : parts.keySet()) all.add(new CountyArea(county, areas.get(i++)));
        return all.stream().filter(part -> part.area().isPositive()).toList();
    }

    /** Whether another version is in force of a layer that was asked. */
    boolean hasMoved(SectorFindings findings) {
        LocalDate day = clock.today();
        return findings.used().entrySet().stream().anyMatch(used -> {
            Optional<SnapshotRef> now = versions.find(used.getKey(), day);
            return now.isEmpty() || !now.get().hash().equals(used.getValue());
        });
    }
}
