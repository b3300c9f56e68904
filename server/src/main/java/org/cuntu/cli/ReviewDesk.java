package org.cuntu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.Replay;
import org.cuntu.core.conformity.ReviewKeeping;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.conformity.report.PdfReport;
import org.cuntu.core.conformity.report.TextReport;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reviews for the command line: one function for the command's own process and for the server that it speaks to. */
@Component
class ReviewDesk {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reviews reviews;
    private final ReviewKeeping keeping;

    ReviewDesk(Reviews reviews, ReviewKeeping keeping) {
        this.reviews = reviews;
        this.keeping = keeping;
    }

    /** @throws InputRefused with every problem of the file, or of the order */
    Answer review(ReviewOrder order, Path file, String fileName) {
        SiteFile site = SiteReader.read(file, fileName, crs(order.crs()), InputLimits.SITE);
        String asOf = order.asOf();
        ReviewRequest request = new ReviewRequest(
                order.name(),
                site.crs(),
                site.plots(),
                order.project(),
                asOf == null ? null : LocalDate.parse(asOf),
                order.known());
        List<Sentence> warnings = site.warnings().stream()
                .map(warning -> Sentence.of(warning, order.locale()))
                .toList();
        if (!order.store()) {
            Map<String, @Nullable Object> live = reviews.live(request, false, order.locale());
            return new Answer(write(JSON.valueToTree(live), order.format()), "", warnings);
        }
        StoredReview stored = keeping.keep(request, file, fileName).review();
        return new Answer(write(read(stored, order.locale()), order.format()), stored.id(), warnings);
    }

    Answer replay(String id, ReviewOrder.Format format, String language) {
        Replay replay = keeping.replay(id);
        CliWords words = CliWords.of(language);
        if (format == ReviewOrder.Format.JSON) {
            String json = JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                            Map.of("id", id, "identical", replay.identical(), "differences", replay.differences()));
            return new Answer((json + "\n").getBytes(StandardCharsets.UTF_8), "", List.of());
        }
        StringBuilder text = new StringBuilder(
                words.say(replay.identical() ? "replay.identical" : "replay.differs", "id", id) + "\n");
        for (String difference : replay.differences()) text.append("  ").append(difference).append('\n');
        return new Answer(text.toString().getBytes(StandardCharsets.UTF_8), "", List.of());
    }

    private static JsonNode read(StoredReview stored, Locale locale) {
        return JSON.readTree(locale.getLanguage().equals("en") ? stored.en() : stored.zh());
    }

    private static byte[] write(JsonNode review, ReviewOrder.Format format) {
        return switch (format) {
            case TEXT -> TextReport.of(review).getBytes(StandardCharsets.UTF_8);
            case JSON ->
                (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(review) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfReport.of(review);
        };
    }

    private static @Nullable Crs crs(@Nullable String stated) {
        if (stated == null) return null;
        return Crs.find(stated)
                .orElseThrow(() ->
                        new InputRefused(Problem.refused("cli.unknown-crs", Problem.Place.UNKNOWN, "crs", stated)));
    }
}
