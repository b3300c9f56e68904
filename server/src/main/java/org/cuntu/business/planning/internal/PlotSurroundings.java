package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.conformity.ReviewKernel;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.RuleSet;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.LegalArea;
import org.cuntu.engine.overlay.Near;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The city's lines and the control and risk layers on a plot: areas as the kernel of reviews gives them, distances by the engine. */
@Component
class PlotSurroundings {
    private static final RuleSet NO_RULES = new RuleSet("", "", List.of());

    private final PlotsFile file;
    private final ReviewKernel kernel;

    PlotSurroundings(PlotsFile file, LandClass.Schemes classes) {
        this.file = file;
        kernel = new ReviewKernel(Cutter.engine(), classes);
    }

    /** @param linesReason why the lines are not answered; null: they are */
    record Answers(
            List<PlotCard.OnLine> lines, @Nullable NotAnsweredReason linesReason, List<PlotCard.Control> controls) {}

    Answers of(Geometry ground, LegalArea legal, PlotBaseline baseline) {
        List<String> codes = new ArrayList<>(List.of(PlotsFile.LINES));
        file.controls().forEach(control -> codes.add(control.layer()));
        ReviewPlot plot = new ReviewPlot("1", "", "", legal, null, null, ground);
        List<LayerResult> results = kernel.review(new ReviewInput(
                        "",
                        "EPSG:4490",
                        List.of(plot),
                        Project.UNKNOWN,
                        baseline.only(codes),
                        baseline.snapshots(codes),
                        NO_RULES))
                .layers();
        Map<String, LayerResult> byLayer =
                results.stream().collect(Collectors.toMap(each -> each.entry().code(), each -> each));
        LayerResult lines = byLayer.get(PlotsFile.LINES);
        NotAnsweredReason silent = lines == null ? NotAnsweredReason.NO_SNAPSHOT : lines.reason();
        List<PlotCard.OnLine> on = lines == null
                ? List.of()
                : baseline.find(PlotsFile.LINES)
                        .map(snapshot -> lines(ground, lines, snapshot))
                        .orElse(List.of());
        return new Answers(
                on,
                silent,
                file.controls().stream()
                        .map(control -> control(control, byLayer.get(control.layer())))
                        .toList());
    }

    private List<PlotCard.OnLine> lines(Geometry ground, LayerResult result, Snapshot snapshot) {
        Map<Integer, Area> on = new TreeMap<>();
        for (Leaf leaf : result.leaves()) if (leaf.kind() == Leaf.Kind.PIECE) on.put(leaf.feature(), leaf.area());
        List<PlotCard.OnLine> lines = new ArrayList<>();
        for (Near near : SiteOverlay.near(Site.of(ground), snapshot, file.beside())) {
            String type = PlotRecord.text(snapshot, near.feature(), "XLX");
            BigDecimal setback =
                    file.findLine(type).map(PlotsFile.LineType::setback).orElse(null);
            lines.add(new PlotCard.OnLine(
                    type,
                    PlotRecord.text(snapshot, near.feature(), "MC"),
                    on.getOrDefault(near.feature(), Area.ZERO),
                    near.metres(),
                    setback));
        }
        lines.sort(Comparator.comparing(PlotCard.OnLine::area, Comparator.reverseOrder())
                .thenComparing(PlotCard.OnLine::metres)
                .thenComparing(PlotCard.OnLine::type)
                .thenComparing(PlotCard.OnLine::name));
        return lines;
    }

    private static PlotCard.Control control(PlotsFile.ControlLayer asked, @Nullable LayerResult result) {
        if (result == null)
            return new PlotCard.Control(
                    asked.layer(), LayerAnswer.NOT_ANSWERED, NotAnsweredReason.NO_SNAPSHOT, null, Area.ZERO, List.of());
        Map<String, Area> pieces = new LinkedHashMap<>();
        for (Leaf leaf : result.leaves())
            if (leaf.kind() == Leaf.Kind.PIECE) pieces.merge(label(asked, leaf), leaf.area(), Area::plus);
        return new PlotCard.Control(
                asked.layer(),
                result.answer(),
                result.reason(),
                result.snapshot(),
                result.area(),
                pieces.entrySet().stream()
                        .map(each -> new PlotCard.Piece(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(PlotCard.Piece::area, Comparator.reverseOrder())
                                .thenComparing(PlotCard.Piece::label))
                        .toList());
    }

    private static String label(PlotsFile.ControlLayer asked, Leaf leaf) {
        return asked.label().stream()
                .map(leaf::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
