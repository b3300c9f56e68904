package org.cuntu.core.conformity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cuntu.core.conformity.internal.ReviewJson;
import org.cuntu.core.conformity.report.PaperContext;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of papers share: contexts, review trees, the text of a PDF. */
final class Papers {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final PaperContext WITHOUT_GROUND = context(null, "");

    private Papers() {}

    static PaperContext context(@Nullable ReviewGround ground, String publicUrl) {
        return new PaperContext(ground, StressGround.CUTTER, FlatGround.CLASSES, "柳州市", "覃雨桐", publicUrl, ZONE);
    }

    /** The ground of an input that is drawn in degrees. */
    static ReviewGround ground(ReviewInput input) {
        List<Plot> plots = new ArrayList<>();
        for (ReviewPlot plot : input.plots())
            plots.add(new Plot(
                    plot.number(),
                    plot.name(),
                    plot.use(),
                    null,
                    GeoShape.of(Crs.CGCS2000, plot.geodetic()),
                    Map.of()));
        return new ReviewGround(Crs.CGCS2000, plots, input.snapshots());
    }

    static JsonNode json(ReviewResult review, String name, Locale locale) {
        ReviewJson.Heading heading =
                new ReviewJson.Heading("r-7f3a20b1", name, Instant.parse("2026-11-20T01:42:00Z"), "qinyutong");
        return JsonMapper.shared().valueToTree(ReviewJson.of(review, FlatGround.CLASSES, heading, locale));
    }

    /** Every page's text, without blanks. */
    static List<String> pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", ""));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
