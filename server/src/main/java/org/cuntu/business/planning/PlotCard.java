package org.cuntu.business.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What may be built here (控规查询): the plot at a place with what its plan says, as in force at T and known at K; where there is no
 * plot, what governs instead.
 *
 * @param answer CONCERNED: there is a plot; CLEAR: surely none; NOT_ANSWERED: the plan layer does not answer
 * @param reason of NOT_ANSWERED
 * @param version of the layer of plots; null: none
 * @param plots those at the place: one, or two that meet at the point
 * @param governing where there is no plot: what governs, by layer
 */
public record PlotCard(
        LocalDate asOf,
        @Nullable Instant known,
        LayerAnswer answer,
        @Nullable NotAnsweredReason reason,
        @Nullable SnapshotRef version,
        List<Plot> plots,
        List<Governing> governing) {
    public PlotCard {
        plots = List.copyOf(plots);
        governing = List.copyOf(governing);
    }

    /**
     * A plot of the detailed plan.
     *
     * @param feature its number in the snapshot
     * @param statusSaid as the record has it
     * @param compatible codes of compatible uses
     * @param compatibleMost the greatest share of them, percent; null: not set
     * @param legal LegalArea of the plot, or of the part that is asked
     * @param stated YDMJ as the plan states it; null: not stated, or only a part is asked
     * @param values fields of the record, by which versions are compared
     * @param division six or nine digits; empty: in none
     * @param ground EPSG:4490
     */
    public record Plot(
            int feature,
            String unit,
            String number,
            PlotStatus status,
            String statusSaid,
            String use,
            String useName,
            List<String> compatible,
            @Nullable BigDecimal compatibleMost,
            PlotLimit ratio,
            PlotLimit density,
            PlotLimit green,
            PlotLimit height,
            Area legal,
            @Nullable Area stated,
            PlotFigures figures,
            Map<String, String> values,
            String division,
            List<OnLine> lines,
            @Nullable NotAnsweredReason linesReason,
            List<Control> controls,
            List<Version> history,
            Geometry ground) {
        public Plot {
            compatible = List.copyOf(compatible);
            lines = List.copyOf(lines);
            controls = List.copyOf(controls);
            history = List.copyOf(history);
        }

        /** Whether the stated area is off by more than 1 m² + 0.1 % (contracts 3). */
        public boolean statedDiffers() {
            if (stated == null) return false;
            long by = StrictMath.abs(stated.hundredths() - legal.hundredths());
            return by > 100 + legal.hundredths() / 1000;
        }
    }

    /**
     * One of the city's lines on or beside a plot.
     *
     * @param area of the plot inside of it
     * @param metres how far; 0 when it lies on the plot or touches it
     * @param setback the least distance of buildings, metres; null: not declared
     */
    public record OnLine(
            String type,
            String name,
            Area area,
            double metres,
            @Nullable BigDecimal setback) {}

    /** What a control or risk layer says of the plot. */
    public record Control(
            String layer,
            LayerAnswer answer,
            @Nullable NotAnsweredReason reason,
            @Nullable SnapshotRef version,
            Area area,
            List<Piece> pieces) {
        public Control {
            pieces = List.copyOf(pieces);
        }
    }

    /** Ground of features that are called the same. */
    public record Piece(String label, Area area) {}

    /** A version of the layer of plots, and what of this plot is otherwise than in the version before. */
    public record Version(SnapshotRef version, boolean present, List<Change> changes) {
        public Version {
            changes = List.copyOf(changes);
        }
    }

    /** @param field code of the field, or {@code SHAPE}; was, is: empty for nothing */
    public record Change(String field, String was, String is) {}

    /**
     * What governs where there is no plot.
     *
     * @param value of the deciding field; empty when the layer says nothing there
     * @param rule of the city's file; null: none for it
     */
    public record Governing(
            String layer,
            LayerAnswer answer,
            @Nullable NotAnsweredReason reason,
            @Nullable SnapshotRef version,
            String value,
            @Nullable Rule rule) {}

    public record Rule(String zh, String en, Article article) {}
}
