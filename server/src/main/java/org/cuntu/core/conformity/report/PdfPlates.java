package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The plates (附图) of a report, drawn from the snapshots of the review: vectors, no pictures. */
final class PdfPlates {
    private static final Set<String> LINES = Set.of("YJJBNTBHTB", "STBHHX", "CZKFBJ");
    private static final List<String> LINES_IN_ORDER = List.of("YJJBNTBHTB", "STBHHX", "CZKFBJ");
    private static final List<String> PLAN = List.of("GHFQ", "KGDK", "CSSX");
    private static final Set<String> GROUND = Set.of("DLTB", "XZQ", "CJDCQ", "PDT");
    private static final Predicate<String> EVERY = code -> true;
    /** Roads, water and what is built up: what tells where one is. */
    private static final Predicate<String> ORIENTING =
            code -> code.matches("(10(01|02|03|04|07|08)|11(01|02|03)|0[5-9]).*");

    /** The size of the lines that name the sources. */
    private static final float SOURCES = 7;

    private static final float HEIGHT = 228;
    private static final float LEAST = 130;
    private static final float MOST = 420;

    private final PdfSheet sheet;
    private final ReviewView view;
    private final PlateScene scene;
    private int number;

    PdfPlates(PdfSheet sheet, ReviewView view, PlateScene scene) {
        this.sheet = sheet;
        this.view = view;
        this.scene = scene;
    }

    private interface Painting {
        void on(PlatePainter painter);
    }

    /**
     * Figure 1: land classes, the three lines, all conflicts; as high as the page leaves room.
     *
     * @param below what must stand under it on the same page
     * @return false when there is no room for it, and nothing is drawn
     */
    boolean first(float below) {
        float room = sheet.bottom() - sheet.y - below;
        float height = room - 43 - trial(room - 120);
        if (height < LEAST) return false;
        plate("plate.first", 200, 0.78, Math.min(height, MOST), this::paintFirst);
        return true;
    }

    /** How high legend and sources of the figure would be. */
    private float trial(float height) {
        PlatePainter painter = new PlatePainter(sheet, scene, frame(200, 0.78, Math.max(150, height)));
        sheet.dry(() -> paintFirst(painter));
        int lines = sheet.wrap(sources(painter), PdfFace.TEXT, SOURCES, sheet.room())
                .size();
        return painter.legend.height() + 4 + lines * SOURCES * 1.6f + 6;
    }

    private void paintFirst(PlatePainter painter) {
        painter.layer("DLTB", EVERY);
        for (String line : LINES_IN_ORDER) painter.layer(line, EVERY);
        painter.siteGround();
        painter.conflicts(LINES::contains);
        painter.siteLine();
        painter.numbers(EVERY);
        painter.siteWords();
        painter.names("CJDCQ", "ZLDWMC", 7.5f);
    }

    /** The other figures, two a page. */
    void others() {
        plate("plate.location", 50_000, 0.3, HEIGHT, painter -> {
            painter.layer("DLTB", ORIENTING);
            painter.layer("CJDCQ", EVERY);
            painter.layer("XZQ", EVERY);
            painter.layer("CZKFBJ", EVERY);
            painter.siteLine();
            painter.finder();
            painter.names("XZQ", "XZQMC", 8.5f);
            painter.names("CJDCQ", "ZLDWMC", 6.8f);
        });
        plate("plate.lines", 200, 0.75, HEIGHT, painter -> {
            for (String line : LINES_IN_ORDER) painter.layer(line, EVERY);
            painter.siteGround();
            painter.conflicts(LINES::contains);
            painter.siteLine();
            painter.numbers(LINES::contains);
        });
        plate("plate.plan", 200, 0.75, HEIGHT, painter -> {
            for (String layer : PLAN) painter.layer(layer, EVERY);
            painter.siteGround();
            painter.conflicts(PLAN::contains);
            painter.siteLine();
            painter.numbers(PLAN::contains);
        });
        List<String> special = special();
        if (!special.isEmpty())
            plate("plate.special", 200, 0.75, HEIGHT, painter -> {
                for (String layer : special) painter.layer(layer, EVERY);
                painter.siteGround();
                painter.conflicts(special::contains);
                painter.siteLine();
                painter.numbers(special::contains);
            });
    }

    /** Every other layer that takes ground of the site. */
    private List<String> special() {
        List<String> special = new ArrayList<>();
        for (JsonNode layer : view.root().path("layers")) {
            String code = layer.path("layer").asString("");
            boolean elsewhere = LINES.contains(code) || PLAN.contains(code) || GROUND.contains(code);
            boolean concerned = layer.path("answer").asString("").equals("CONCERNED")
                    || layer.path("area").asDouble(0) > 0;
            if (!elsewhere && concerned) special.add(code);
        }
        special.sort((a, b) ->
                Integer.compare(PlateLook.of(a).order(), PlateLook.of(b).order()));
        return special;
    }

    private PlateFrame frame(int least, double fill, float height) {
        return PlateFrame.around(
                scene.plane, scene.site(), least, fill, sheet.left() + 20, sheet.y + 32, sheet.room() - 24, height);
    }

    private void plate(String title, int least, double fill, float height, Painting painting) {
        if (number > 0) sheet.need(height + 110);
        PlateFrame frame = frame(least, fill, height);
        number++;
        sheet.ink()
                .text(
                        sheet.left(),
                        sheet.y + 11,
                        view.word("plate.figure", "number", number) + "　" + view.word(title),
                        PdfFace.BOLD,
                        9.5f,
                        PdfSheet.INK);
        sheet.toRight(
                sheet.right(),
                sheet.y + 11,
                view.word("plate.plane", "zone", frame.crs().zone()),
                PdfFace.TEXT,
                8,
                PdfSheet.FAINT);
        sheet.ink().fill(frame.x(), frame.y(), frame.width(), frame.height(), Color.WHITE);
        PlatePainter painter = new PlatePainter(sheet, scene, frame);
        painting.on(painter);
        new PlateFurniture(sheet, frame, view::word).draw();
        sheet.y = frame.y() + frame.height() + 9;
        painter.legend.print(sheet);
        sheet.paragraph(sources(painter), PdfFace.TEXT, SOURCES, PdfSheet.FAINT, 0);
        sheet.y += 6;
    }

    /** What a plate was drawn from, with both dates; and what it could not show. */
    private String sources(PlatePainter painter) {
        List<String> parts = new ArrayList<>();
        for (String code : painter.drawn) {
            JsonNode layer = scene.layer(code);
            parts.add(view.word(
                    "plate.source",
                    "layer",
                    scene.layerName(code),
                    "inForce",
                    layer.path("inForceFrom").asString("–"),
                    "known",
                    view.date(layer.path("knownFrom").asString(""))));
        }
        String text = view.word("plate.sources", "list", String.join(view.isEnglish() ? "; " : "；", parts));
        List<String> missing = painter.leftOut.stream().map(scene::layerName).toList();
        if (!missing.isEmpty())
            text += view.word("plate.left-out", "list", String.join(view.isEnglish() ? ", " : "、", missing));
        return text;
    }
}
