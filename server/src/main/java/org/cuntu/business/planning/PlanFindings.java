package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a round of a version: all of it of the same files and the same versions of layers.
 *
 * @param maps by layer what the map came to
 * @param notes what reading let pass
 * @param changes by layer what changes against what is in force
 * @param used by layer code the hash of the version that was asked
 */
public record PlanFindings(
        Instant at,
        List<IndicatorAnswer> indicators,
        List<RuleAnswer> answers,
        List<MapFigures> maps,
        List<Change> changes,
        Affected affected,
        List<Problem> notes,
        Map<String, String> used) {
    public PlanFindings {
        indicators = List.copyOf(indicators);
        answers = List.copyOf(answers);
        maps = List.copyOf(maps);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
        used = Map.copyOf(used);
    }

    public List<RuleAnswer> stopping() {
        return answers.stream().filter(RuleAnswer::stops).toList();
    }

    /** A layer of the map. @param box west, south, east, north; empty: no ground */
    public record MapFigures(String layer, int features, Area area, List<String> units, List<Double> box) {
        public MapFigures {
            units = List.copyOf(units);
            box = List.copyOf(box);
        }
    }

    /**
     * What changes in a layer, within the plan's units.
     *
     * @param ledger by use; its county is empty
     * @param plots that changed, at most some hundred; {@code plotCount} says how many there are
     */
    public record Change(
            String layer, ProposalFindings.Changed changed, AreaLedger ledger, List<PlotChange> plots, int plotCount) {
        public Change {
            plots = List.copyOf(plots);
        }
    }

    /**
     * A plot that changed.
     *
     * @param kind ADDED, REMOVED or CHANGED
     * @param fields that differ
     */
    public record PlotChange(
            String unit,
            String key,
            Kind kind,
            @Nullable Area areaBefore,
            @Nullable Area areaAfter,
            List<FieldChange> fields,
            List<Double> box) {
        public PlotChange {
            fields = List.copyOf(fields);
            box = List.copyOf(box);
        }

        /** What became of it. */
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED
        }
    }

    /** A field of a plot before and after. */
    public record FieldChange(
            String field, @Nullable String before, @Nullable String after) {}
}
