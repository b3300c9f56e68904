package org.cuntu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Replay;
import org.cuntu.core.conformity.ReviewKeeping;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.conformity.report.ReviewPapers;
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
    private final ReviewPapers papers;

    ReviewDesk(Reviews reviews, ReviewKeeping keeping, ReviewPapers papers) {
        this.reviews = reviews;
        this.keeping = keeping;
        this.papers = papers;
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
        if (!order.store()) return new Answer(live(order, request), "", warnings);
        StoredReview stored = keeping.keep(request, file, fileName).review();
        return new Answer(kept(order, stored), stored.id(), warnings);
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
        for (String difference : replay.differences())
            text.append("  ").append(difference).append('\n');
        return new Answer(text.toString().getBytes(StandardCharsets.UTF_8), "", List.of());
    }

    private byte[] live(ReviewOrder order, ReviewRequest request) {
        return switch (order.format()) {
            case TEXT, JSON -> write(JSON.valueToTree(reviews.live(request, false, order.locale())), order.format());
            case PDF -> papers.live(request, ReviewPapers.Kind.PDF, order.locale());
            case XLSX -> papers.live(request, ReviewPapers.Kind.XLSX, order.locale());
            case GPKG -> papers.live(request, ReviewPapers.Kind.GPKG, order.locale());
            case SHP -> papers.live(request, ReviewPapers.Kind.SHP, order.locale());
        };
    }

    private byte[] kept(ReviewOrder order, StoredReview stored) {
        return switch (order.format()) {
            case TEXT, JSON -> write(papers.json(stored, order.locale()), order.format());
            case PDF -> papers.of(stored, ReviewPapers.Kind.PDF, order.locale());
            case XLSX -> papers.of(stored, ReviewPapers.Kind.XLSX, order.locale());
            case GPKG -> papers.of(stored, ReviewPapers.Kind.GPKG, order.locale());
            case SHP -> papers.of(stored, ReviewPapers.Kind.SHP, order.locale());
        };
    }

    private static byte[] write(JsonNode review, ReviewOrder.Format format) {
        String text = format == ReviewOrder.Format.TEXT
                ? TextReport.of(review)
                : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(review) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Crs crs(@Nullable String stated) {
        if (stated == null) return null;
        return Crs.find(stated)
                .orElseThrow(() ->
                        new InputRefused(Problem.refused("cli.unknown-crs", Problem.Place.UNKNOWN, "crs", stated)));
    }
}
