package org.cuntu.business.survey.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.ReviewRequests;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/**
 * The classes of any polygon: the leaves of a review of that site, apportioned to its LegalArea, not the book areas of patches that it
 * cuts (contracts 3). One proof entry a question.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/survey")
class SurveyRegionController {
    private final Reviews reviews;
    private final StandingSurveys ground;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;
    private final Home home;

    SurveyRegionController(
            Reviews reviews,
            StandingSurveys ground,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction,
            Home home) {
        this.home = home;
        this.reviews = reviews;
        this.ground = ground;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * @param key of the class; {@code outside-coverage} and {@code rest} for ground without a patch
     * @param area m²
     * @param hectares four places, of parts that add up
     */
    record Line(
            String key, String zh, String en, String first, String three, String area, String hectares, long pieces) {}

    record Region(
            String asOf,
            @Nullable String known,
            SurveyJson.@Nullable VersionView snapshot,
            String answer,
            @Nullable String reason,
            String legalArea,
            List<Line> lines,
            String leaf) {}

    /** @param layer the survey; missing: DLTB. The body is a review request: plots, their system, and the two clocks. */
    @PostMapping("/region")
    @Requires("survey:region:read")
    ResponseEntity<Region> region(@RequestBody JsonNode body, @RequestParam(required = false) @Nullable String layer) {
        return answer(ReviewRequests.read(body), layer);
    }

    /**
     * The same of a file, in the system that it is in: a site in a plane keeps the area that it has there.
     *
     * @param crs the file's system when the file does not say it
     */
    @PostMapping("/region/file")
    @Requires("survey:region:read")
    ResponseEntity<Region> region(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String layer) {
        SiteFile site = read(file, crs);
        return answer(
                new ReviewRequest(
                        site.name(), site.crs(), site.plots(), Project.UNKNOWN, asOf, SurveyParams.blank(known)),
                layer);
    }

    private SiteFile read(MultipartFile upload, @Nullable String crs) {
        String name = SurveyParams.blank(crs);
        Crs stated = name == null ? null : Crs.find(name).orElseThrow(() -> SurveyParams.wrong("crs"));
        try {
            Path file = Files.createTempFile(home.tmp(), "region-", "");
            try {
                upload.transferTo(file);
                return SiteReader.read(file, UploadName.of(upload), stated, InputLimits.SITE);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResponseEntity<Region> answer(ReviewRequest request, @Nullable String layer) {
        StandingSurveys.Standing standing = ground.at(SurveyParams.layerOr(layer), request.asOf(), request.known());
        return reviews.review(request, result -> {
            LayerResult found = result.findLayer(standing.layer().layer()).orElseThrow();
            String leaf = Objects.requireNonNull(transaction.execute(status -> proof.append(new ProofAct(
                    actor.id(),
                    "survey:region:read",
                    standing.layer().layer() + " " + standing.baseline().asOf() + " " + result.legal(),
                    standing.snapshot() == null ? null : standing.snapshot().hash()))));
            return SurveyController.answer(new Region(
                    standing.baseline().asOf().toString(),
                    standing.baseline().known() == null
                            ? null
                            : standing.baseline().known().toString(),
                    SurveyJson.VersionView.of(found.snapshot()),
                    found.answer().name(),
                    found.reason() == null ? null : found.reason().code(),
                    result.legal().toString(),
                    lines(standing, found),
                    leaf));
        });
    }

    private static final class Sum {
        private long area;
        private long hectares;
        private long pieces;

        void add(long more, long moreHectares) {
            area += more;
            hectares += moreHectares;
            pieces++;
        }
    }

    private static List<Line> lines(StandingSurveys.Standing standing, LayerResult found) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Leaf leaf : found.leaves()) {
            String code = leaf.kind() == Leaf.Kind.PIECE
                    ? leaf.text(standing.layer().classField())
                    : leaf.kind().code();
            long ridge = leaf.ridge().hundredths();
            sums.computeIfAbsent(code, fresh -> new Sum())
                    .add(leaf.area().hundredths() - ridge, leaf.hectares() - leaf.ridgeHectares());
            if (ridge > 0)
                sums.computeIfAbsent(PatchBook.RIDGE, fresh -> new Sum()).add(ridge, leaf.ridgeHectares());
        }
        List<Line> lines = new ArrayList<>();
        sums.forEach((code, sum) -> lines.add(line(standing.roll(), code, sum)));
        lines.sort(Comparator.comparing(Line::first).thenComparing(Line::key));
        return lines;
    }

    private static Line line(ClassRoll roll, String code, Sum sum) {
        String area = new Area(sum.area).toString();
        String hectares = BigDecimal.valueOf(sum.hectares, 4).toPlainString();
        if (code.equals(Leaf.Kind.REST.code()) || code.equals(Leaf.Kind.OUTSIDE_COVERAGE.code()))
            return new Line(code, code, code, "9." + code, ClassRoll.UNKNOWN, area, hectares, sum.pieces);
        ClassRoll.Place place = roll.place(code);
        ClassRoll.Named named = roll.named(place.code());
        return new Line(code, named.zh(), named.en(), place.first(), place.three(), area, hectares, sum.pieces);
    }
}
