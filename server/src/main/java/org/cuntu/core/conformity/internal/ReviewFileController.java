package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.conformity.StoredReview;
import org.cuntu.core.conformity.report.ReviewPapers;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is taken away of a kept review: the report, the tables, the pieces, and their outlines for the page's map. Each is
 * one entry of the proof log, written before the file leaves.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/reviews/{id}")
class ReviewFileController {
    private final Reviews reviews;
    private final SeenReviews seen;
    private final ReviewPapers papers;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ReviewFileController(
            Reviews reviews,
            SeenReviews seen,
            ReviewPapers papers,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.reviews = reviews;
        this.seen = seen;
        this.papers = papers;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping("/report.pdf")
    @Requires("conformity:review:print")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id, @RequestParam @Nullable String lang, HttpServletRequest request) {
        return file(id, ReviewPapers.Kind.PDF, "print", locale(lang, request));
    }

    @GetMapping("/tables.xlsx")
    @Requires("conformity:review:print")
    ResponseEntity<byte[]> tables(
            @PathVariable String id, @RequestParam @Nullable String lang, HttpServletRequest request) {
        return file(id, ReviewPapers.Kind.XLSX, "export", locale(lang, request));
    }

    @GetMapping("/pieces.gpkg")
    @Requires("conformity:review:export")
    ResponseEntity<byte[]> geoPackage(
            @PathVariable String id, @RequestParam @Nullable String lang, HttpServletRequest request) {
        return file(id, ReviewPapers.Kind.GPKG, "export", locale(lang, request));
    }

    @GetMapping("/pieces.shp.zip")
    @Requires("conformity:review:export")
    ResponseEntity<byte[]> shapefile(
            @PathVariable String id, @RequestParam @Nullable String lang, HttpServletRequest request) {
        return file(id, ReviewPapers.Kind.SHP, "export", locale(lang, request));
    }

    /** Plots and the pieces in conflict, for the map of the review's page. */
    @GetMapping("/geometry")
    @Requires("conformity:review:read")
    ResponseEntity<Map<String, Object>> geometry(@PathVariable String id) {
        StoredReview review = review(id);
        Map<String, Object> shapes = reviews.onGround(
                review, ground -> StoredShapes.of(papers.json(review, Locale.CHINESE), ground, new EngineCutter()));
        note("read", id + " geometry", review);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shapes);
    }

    private ResponseEntity<byte[]> file(String id, ReviewPapers.Kind kind, String verb, Locale locale) {
        StoredReview review = review(id);
        byte[] content = papers.of(review, kind, locale);
        note(verb, kind == ReviewPapers.Kind.PDF ? id : id + " " + kind.ending().substring(1), review);
        boolean shown = kind == ReviewPapers.Kind.PDF;
        ContentDisposition name = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name(review) + kind.ending(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .body(content);
    }

    /** The project's name and the number, without signs that a file may not be named by. */
    private static String name(StoredReview review) {
        String clean =
                review.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        String shown = clean.length() > 60 ? clean.substring(0, 60).strip() : clean;
        return (shown + " " + review.id()).strip();
    }

    private static Locale locale(@Nullable String lang, HttpServletRequest request) {
        return lang == null || lang.isBlank() ? Languages.of(request) : Locale.of(lang.equals("en") ? "en" : "zh");
    }

    private StoredReview review(String id) {
        return seen.find(id).orElseThrow(() -> ProblemAnswer.notFound("review.unknown", "id", id));
    }

    private void note(String verb, String object, StoredReview review) {
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "conformity:review:" + verb, object, review.canonicalHash())));
    }
}
