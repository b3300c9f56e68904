package org.cuntu.business.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;

/**
 * What was found of a sector plan's ground: all of it of the same versions.
 *
 * @param used by layer code the hash of the version that was asked
 */
public record SectorFindings(LocalDate asOf, Ground ground, List<SectorRule.Answer> answers, Map<String, String> used) {
    public SectorFindings {
        answers = List.copyOf(answers);
        used = new TreeMap<>(used);
    }

    /**
     * The plan's ground.
     *
     * @param sha256 of its well-known binary
     * @param box west, south, east, north
     * @param counties parts add up to the area
     * @param shape GeoJSON
     */
    public record Ground(
            Area area,
            String sha256,
            List<Double> box,
            List<SectorRule.CountyArea> counties,
            Map<String, Object> shape) {
        public Ground {
            box = List.copyOf(box);
            counties = List.copyOf(counties);
        }
    }

    /** The worst. */
    public Verdict verdict() {
        return Verdict.worst(answers.stream().map(SectorRule.Answer::verdict).toList());
    }

    public List<SectorRule.Answer> stopping() {
        return answers.stream().filter(SectorRule.Answer::stops).toList();
    }
}
