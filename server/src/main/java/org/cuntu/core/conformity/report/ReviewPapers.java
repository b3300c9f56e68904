package org.cuntu.core.conformity.report;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.ReviewGround;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.conformity.internal.EngineCutter;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.Accounts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The papers and files of a review: report, tables, pieces. A kept review is shown with the words and figures that were
 * kept and drawn on the snapshots that it was made of; the same review gives the same paper. Writes nothing. Thread safe.
 */
@Component
public class ReviewPapers {
    /** What can be made of a review. */
    public enum Kind {
        PDF(".pdf", "application/pdf"),
        XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        GPKG(".gpkg", "application/geopackage+sqlite3"),
        SHP(".shp.zip", "application/zip");

        private final String ending;
        private final String mediaType;

        Kind(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String ending() {
            return ending;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    private final Reviews reviews;
    private final LandClass.Schemes classes;
    private final Accounts accounts;
    private final Settings settings;
    private final CityFolder city;
    private final CityClock clock;
    private final Home home;
    /** A paper holds its faces in memory, some 40 MB, while it is drawn. */
    private final Semaphore drawing = new Semaphore(2);

    ReviewPapers(
            Reviews reviews,
            LandClass.Schemes classes,
            Accounts accounts,
            Settings settings,
            CityFolder city,
            CityClock clock,
            Home home) {
        this.reviews = reviews;
        this.classes = classes;
        this.accounts = accounts;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
        this.home = home;
    }

    /**
     * A file of a kept review.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code review.snapshot-missing} when pieces cannot be drawn any more
     */
    public byte[] of(StoredReview review, Kind kind, Locale locale) {
        JsonNode tree = json(review, locale);
        String person = person(review.by());
        return reviews.onGround(
                review, ground -> make(tree, ground, kind, person, LocalDate.ofInstant(review.at(), city.zone())));
    }

    /** A file of a review that is not kept: without number and person. */
    public byte[] live(ReviewRequest request, Kind kind, Locale locale) {
        return reviews.live(request, locale, (tree, ground) -> make(tree, ground, kind, "", clock.today()));
    }

    /** The review JSON that was kept, in one language. */
    public JsonNode json(StoredReview review, Locale locale) {
        return JsonMapper.shared().readTree(locale.getLanguage().equals("en") ? review.en() : review.zh());
    }

    /** Who an account is, as people call them; the account's id when there is no such person any more. */
    public String person(String id) {
        return accounts.findName(id).orElse(id);
    }

    private byte[] make(JsonNode review, ReviewGround ground, Kind kind, String person, LocalDate day) {
        boolean english = review.path("language").asString("").equals("en");
        PaperContext context = new PaperContext(
                ground,
                new EngineCutter(),
                classes,
                english ? city.en() : city.zh(),
                person,
                settings.publicUrl().replaceAll("/+$", ""),
                city.zone());
        return switch (kind) {
            case PDF -> drawn(review, context);
            case XLSX -> ReviewWorkbook.of(review, context);
            case GPKG ->
                PieceFiles.geoPackage(
                        review,
                        ground,
                        context.cutter(),
                        home.tmp(),
                        day.atStartOfDay(city.zone()).toInstant());
            case SHP -> PieceFiles.shapefile(review, ground, context.cutter(), day);
        };
    }

    private byte[] drawn(JsonNode review, PaperContext context) {
        drawing.acquireUninterruptibly();
        try {
            return PdfReport.of(review, context);
        } finally {
            drawing.release();
        }
    }
}
