package org.cuntu.core.intake.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionRound;
import org.cuntu.core.intake.Submissions;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerTiles;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A submission on the map: tiles of what would be released, and what is not as it was. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/submissions/{id}")
class SubmissionMapController {
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private final Submissions submissions;
    private final LayerRegister register;
    private final LayerTiles tiles;
    private final ChangedFeatures changed;
    private final CandidateMaking candidates;
    private final IntakeRules rules;
    private final Viewings viewings;

    SubmissionMapController(
            Submissions submissions,
            LayerRegister register,
            LayerTiles tiles,
            ChangedFeatures changed,
            CandidateMaking candidates,
            IntakeRules rules,
            Viewings viewings) {
        this.submissions = submissions;
        this.register = register;
        this.tiles = tiles;
        this.changed = changed;
        this.candidates = candidates;
        this.rules = rules;
        this.viewings = viewings;
    }

    /** @param candidate hash of the last round's candidate: another one has other tiles */
    @GetMapping("/tiles/{tms}/{candidate}/{z}/{x}/{y}.mvt")
    @Requires("intake:submission:read")
    ResponseEntity<byte[]> tile(
            @PathVariable String id,
            @PathVariable String tms,
            @PathVariable String candidate,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            HttpServletRequest request) {
        Submission submission = submission(id);
        SubmissionRound round = round(submission);
        if (!candidate.equals(round.candidate()))
            throw ProblemAnswer.notFound("intake.no-candidate", "number", submission.number());
        note(submission, request, tiles.bounds(tms, z, x, y));
        byte[] tile = tiles.cut(tms, submission.layer(), candidate, z, x, y);
        if (tile.length == 0)
            return ResponseEntity.noContent().cacheControl(FOR_A_DAY).build();
        return ResponseEntity.ok()
                .cacheControl(FOR_A_DAY)
                .header("Content-Type", "application/vnd.mapbox-vector-tile")
                .header("Content-Encoding", "gzip")
                .body(tile);
    }

    /** @param box west,south,east,north */
    @GetMapping("/changes")
    @Requires("intake:submission:read")
    ResponseEntity<Map<String, Object>> changes(
            @PathVariable String id, @RequestParam String box, HttpServletRequest request) {
        Submission submission = submission(id);
        Box seen = ChangedFeatures.box(box);
        Compared compared = compared(submission);
        note(submission, request, new double[] {seen.west(), seen.south(), seen.east(), seen.north()});
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(changed.in(seen, compared.pair(), compared.part()));
    }

    /**
     * The features that are not as they were, the largest first.
     *
     * @param change ADDED, REMOVED, RESHAPED, REVALUED; null: every kind
     * @param code class before or after; null: every class
     * @param after how many of them were shown already
     */
    @GetMapping("/changes/list")
    @Requires("intake:submission:read")
    ResponseEntity<Map<String, @Nullable Object>> listChanges(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String change,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Submission submission = submission(id);
        ChangedFeatures.Wanted wanted = ChangedFeatures.Wanted.of(change, code, after, limit);
        Compared compared = compared(submission);
        double[] bounds = changed.bounds(compared.pair().after());
        note(submission, request, bounds == null ? new double[4] : bounds);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(changed.page(wanted, compared.pair(), compared.part()));
    }

    private record Compared(ChangedFeatures.Pair pair, DivisionPart part) {}

    private Compared compared(Submission submission) {
        SubmissionRound round = round(submission);
        String part = round.part();
        if (part == null) throw ProblemAnswer.notFound("intake.no-candidate", "number", submission.number());
        LayerEntry layer = register.findLayer(submission.layer()).orElseThrow();
        Matching matching = rules.matching(layer.schema());
        String of = submission.division() + " " + submission.inForceFrom();
        return new Compared(
                new ChangedFeatures.Pair(round.before(), part, matching, of), candidates.part(submission, layer));
    }

    /** Where the delivered ground lies: west, south, east, north. */
    @GetMapping("/extent")
    @Requires("intake:submission:read")
    ResponseEntity<Extent> extent(@PathVariable String id) {
        String part = round(submission(id)).part();
        double[] bounds = part == null ? null : changed.bounds(part);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Extent(bounds));
    }

    /** @param bounds null: nothing is made yet */
    record Extent(double @Nullable [] bounds) {}

    private void note(Submission submission, HttpServletRequest request, double[] box) {
        viewings.note("intake:submission:view", SessionId.of(request), submission.number(), box);
    }

    private SubmissionRound round(Submission submission) {
        return submissions.listRounds(submission).stream()
                .filter(round -> round.round() == submission.round())
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("intake.no-candidate", "number", submission.number()));
    }

    private Submission submission(String id) {
        try {
            return submissions
                    .find(UUID.fromString(id))
                    .orElseThrow(() -> ProblemAnswer.notFound("intake.unknown", "id", id));
        } catch (IllegalArgumentException e) {
            throw ProblemAnswer.notFound("intake.unknown", "id", id);
        }
    }
}
