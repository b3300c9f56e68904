package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.cuntu.core.conformity.Replay;
import org.cuntu.core.conformity.ReviewKeeping;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.conformity.report.ReviewPapers;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reviews over HTTP: live while somebody draws, kept, listed, shown, replayed, on paper. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/reviews")
class ReviewController {
    private static final int PAGE = 50;

    private final Reviews reviews;
    private final SeenReviews seen;
    private final ReviewKeeping keeping;
    private final ReviewPapers papers;
    private final UploadedSite uploads;
    private final Viewings viewings;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ReviewController(
            Reviews reviews,
            SeenReviews seen,
            ReviewKeeping keeping,
            ReviewPapers papers,
            UploadedSite uploads,
            Viewings viewings,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.reviews = reviews;
        this.seen = seen;
        this.keeping = keeping;
        this.papers = papers;
        this.uploads = uploads;
        this.viewings = viewings;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** A page of the list, newest first. */
    record Page(int page, List<Row> items) {}

    record Row(String id, String name, String at, String by, String byName, String conclusion, String legalArea) {}

    @PostMapping(path = "/live", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("conformity:review:live")
    ResponseEntity<byte[]> live(@RequestBody JsonNode body, HttpServletRequest request) {
        return live(RequestJson.read(body), request);
    }

    @PostMapping(path = "/live", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("conformity:review:live")
    ResponseEntity<byte[]> liveOfFile(
            @RequestParam MultipartFile file, @RequestParam("request") String text, HttpServletRequest request) {
        JsonNode body = tree(text);
        return uploads.read(
                file, body.path("crs").asString(""), (site, path) -> live(RequestJson.withPlots(body, site), request));
    }

    private ResponseEntity<byte[]> live(ReviewRequest asked, HttpServletRequest request) {
        long start = System.nanoTime();
        viewings.note("conformity:review:draw", SessionId.of(request), "site", box(asked.plots()));
        Locale locale = Languages.of(request);
        DoubleSupplier millis = () -> (System.nanoTime() - start) / 10_000 / 100.0;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        Brief.isPreferred(request)
                                ? reviews.brief(asked, locale, millis)
                                : whole(reviews.live(asked, true, locale), millis));
    }

    private static byte[] whole(Map<String, @Nullable Object> tree, DoubleSupplier millis) {
        tree.put("millis", millis.getAsDouble());
        return JsonMapper.shared().writeValueAsBytes(tree);
    }

    private static double[] box(List<Plot> plots) {
        Envelope box = new Envelope();
        for (Plot plot : plots)
            box.expandToInclude(plot.shape().toGeodetic().geometry().getEnvelopeInternal());
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("conformity:review:create")
    ResponseEntity<String> keep(@RequestBody JsonNode body, HttpServletRequest request) {
        return created(keeping.keep(RequestJson.read(body)), request);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("conformity:review:create")
    ResponseEntity<String> keepFile(
            @RequestParam MultipartFile file, @RequestParam("request") String text, HttpServletRequest request) {
        JsonNode body = tree(text);
        return uploads.read(
                file,
                body.path("crs").asString(""),
                (site, path) -> created(keeping.keep(RequestJson.withPlots(body, site), path, site.name()), request));
    }

    @GetMapping
    @Requires("conformity:review:read")
    ResponseEntity<Page> list(@RequestParam(defaultValue = "0") int page) {
        if (page < 0)
            throw new ProblemAnswer(400, Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", "page"));
        List<Row> rows = seen.list(page, PAGE).stream()
                .map(line -> new Row(
                        line.id(),
                        line.name(),
                        line.at().toString(),
                        line.by(),
                        papers.person(line.by()),
                        line.conclusion().name(),
                        line.legalArea().toString()))
                .toList();
        read("list", "page " + page, null, null);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Page(page, rows));
    }

    @GetMapping("/{id}")
    @Requires("conformity:review:read")
    ResponseEntity<String> show(@PathVariable String id, HttpServletRequest request) {
        StoredReview review = review(id);
        read("read", id, review.canonicalHash(), review);
        ObjectNode tree = (ObjectNode) tree(text(review, Languages.of(request)));
        tree.put("byName", papers.person(review.by()));
        return json(ResponseEntity.ok(), tree.toString());
    }

    /** The canonical text, whose SHA-256 is the review's fingerprint. */
    @GetMapping("/{id}/canonical.json")
    @Requires("conformity:review:read")
    ResponseEntity<byte[]> canonical(@PathVariable String id) {
        StoredReview review = review(id);
        read("export", id + " canonical", review.canonicalHash(), review);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(review.canonical().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{id}/replay")
    @Requires("conformity:review:replay")
    Replay replay(@PathVariable String id) {
        return keeping.replay(review(id).id());
    }

    private StoredReview review(String id) {
        return seen.find(id).orElseThrow(() -> ProblemAnswer.notFound("review.unknown", "id", id));
    }

    private void read(String verb, String object, @Nullable String digest, @Nullable StoredReview review) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "conformity:review:" + verb, object, digest)
                        .on(review == null ? null : ReviewBox.of(review))));
    }

    /** The review, and in {@code proof} the receipt of the proof log (contracts 7). */
    private static ResponseEntity<String> created(Reviews.Kept kept, HttpServletRequest request) {
        ObjectNode tree = (ObjectNode) tree(text(kept.review(), Languages.of(request)));
        tree.put("proof", kept.leaf());
        return json(
                ResponseEntity.created(
                        URI.create("/api/reviews/" + kept.review().id())),
                tree.toString());
    }

    private static ResponseEntity<String> json(ResponseEntity.BodyBuilder answer, String text) {
        return answer.cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(text);
    }

    private static String text(StoredReview review, Locale locale) {
        return locale.getLanguage().equals("en") ? review.en() : review.zh();
    }

    private static JsonNode tree(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new InputRefused(Problem.refused(
                    "review.request", Problem.Place.UNKNOWN, "at", "request", "message", e.getOriginalMessage()));
        }
    }
}
