package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.Proposals;
import org.cuntu.business.planning.Proposals.Given;
import org.cuntu.core.onemap.LayerTiles;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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

/** Proposals over HTTP: made, looked at, changed, and decided by others. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/proposals")
class ProposalController {
    private static final int NEWEST = 200;

    private final Proposals proposals;
    private final ProposalRounds rounds;
    private final ProposalJson json;
    private final ProposalMoves moves;
    private final ProposalUploads uploads;
    private final LayerTiles tiles;
    private final Viewings viewings;
    private final Files files;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ProposalController(
            Proposals proposals,
            ProposalRounds rounds,
            ProposalJson json,
            ProposalMoves moves,
            ProposalUploads uploads,
            LayerTiles tiles,
            Viewings viewings,
            Files files,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.proposals = proposals;
        this.rounds = rounds;
        this.json = json;
        this.moves = moves;
        this.uploads = uploads;
        this.tiles = tiles;
        this.viewings = viewings;
        this.files = files;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** @param words a reason, an opinion */
    record Words(@Nullable String words) {}

    @GetMapping
    @Requires("planning:line:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> list(
            @RequestParam(required = false) @Nullable String layer,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean open) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Proposal each : proposals.list(new Proposals.Filter(blank(layer), blank(division), mine, open), NEWEST))
            list.add(json.brief(each));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list);
    }

    @GetMapping("/{id}")
    @Requires("planning:line:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id, HttpServletRequest request) {
        Proposal proposal = proposal(id);
        transaction.executeWithoutResult(status -> moves.read(actor.id(), proposal, box(proposal)));
        return answer(proposal, request);
    }

    /** Where it stands; watching is no read of its own. */
    @GetMapping("/{id}/progress")
    @Requires("planning:line:read")
    ResponseEntity<Map<String, @Nullable Object>> progress(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json.progress(proposal(id)));
    }

    /** @param change what is drawn ({@link DrawnShapes}); instead of it files of an increment */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:line:propose")
    ResponseEntity<Map<String, @Nullable Object>> create(
            @RequestParam String layer,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String inForceFrom,
            @RequestParam(defaultValue = "false") boolean invented,
            @RequestParam(required = false) @Nullable String change,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable MultipartFile added,
            @RequestParam(required = false) @Nullable MultipartFile changed,
            @RequestParam(required = false) @Nullable MultipartFile removed,
            @RequestParam(required = false) @Nullable List<MultipartFile> documents,
            @RequestParam(required = false) @Nullable List<String> documentTypes,
            HttpServletRequest request)
            throws IOException {
        Proposals.Shapes shapes = DrawnShapes.read(change, uploads.shapes(added, changed, removed), blank(crs));
        Proposal made = proposals.create(new Proposals.Order(
                layer,
                blank(division),
                title,
                ground,
                reason,
                LineController.date(inForceFrom),
                invented,
                shapes,
                uploads.documents(documents, documentTypes)));
        return ResponseEntity.created(URI.create("/api/planning/proposals/" + made.id()))
                .cacheControl(CacheControl.noStore())
                .body(json.whole(made, Languages.of(request)));
    }

    @PostMapping(path = "/{id}/change", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:line:propose")
    ResponseEntity<Map<String, @Nullable Object>> change(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String change,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable MultipartFile added,
            @RequestParam(required = false) @Nullable MultipartFile changed,
            @RequestParam(required = false) @Nullable MultipartFile removed,
            @RequestParam(required = false) @Nullable List<MultipartFile> documents,
            @RequestParam(required = false) @Nullable List<String> documentTypes,
            HttpServletRequest request)
            throws IOException {
        Proposal seen = proposal(id);
        Proposals.Shapes shapes = DrawnShapes.read(change, uploads.shapes(added, changed, removed), blank(crs));
        return answer(proposals.change(seen.id(), shapes, uploads.documents(documents, documentTypes), words), request);
    }

    @PostMapping("/{id}/submit")
    @Requires("planning:line:propose")
    ResponseEntity<Map<String, @Nullable Object>> submit(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(proposals.submit(uuid(id), said(words)), request);
    }

    @PostMapping("/{id}/agree")
    @Requires("planning:line:review")
    ResponseEntity<Map<String, @Nullable Object>> agree(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(proposals.agree(uuid(id), said(words)), request);
    }

    @PostMapping("/{id}/return")
    @Requires("planning:line:review")
    ResponseEntity<Map<String, @Nullable Object>> giveBack(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(proposals.giveBack(uuid(id), said(words)), request);
    }

    @PostMapping("/{id}/release")
    @Requires("planning:line:release")
    ResponseEntity<Map<String, @Nullable Object>> release(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(proposals.release(uuid(id), said(words)), request);
    }

    @PostMapping("/{id}/withdraw")
    @Requires("planning:line:propose")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(proposals.withdraw(uuid(id), said(words)), request);
    }

    /** Tiles of the version that the proposal stands on, or of the one that it would make. */
    @GetMapping("/{id}/tiles/{tms}/{hash}/{z}/{x}/{y}.mvt")
    @Requires("planning:line:read")
    ResponseEntity<byte[]> tile(
            @PathVariable String id,
            @PathVariable String tms,
            @PathVariable String hash,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            HttpServletRequest request) {
        Proposal proposal = proposal(id);
        boolean known = proposals.listRounds(proposal).stream()
                .anyMatch(round -> hash.equals(round.candidate()) || hash.equals(round.base()));
        if (!known) throw ProblemAnswer.notFound("planning.no-candidate", "number", proposal.number());
        viewings.note("planning:line:view", SessionId.of(request), proposal.number(), tiles.bounds(tms, z, x, y));
        byte[] tile = tiles.cut(tms, proposal.layer(), hash, z, x, y);
        CacheControl day = CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();
        if (tile.length == 0)
            return ResponseEntity.noContent().cacheControl(day).build();
        return ResponseEntity.ok()
                .cacheControl(day)
                .header("Content-Type", "application/vnd.mapbox-vector-tile")
                .header("Content-Encoding", "gzip")
                .body(tile);
    }

    /** A document of the proposal, as it was uploaded; a read. */
    @GetMapping("/{id}/documents/{sha256}")
    @Requires("planning:line:read")
    ResponseEntity<InputStreamResource> document(@PathVariable String id, @PathVariable String sha256)
            throws IOException {
        Proposal proposal = proposal(id);
        Given document = rounds.listDocuments(proposal.id()).stream()
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("planning.no-document", "number", proposal.number()));
        transaction.executeWithoutResult(status -> moves.note(actor.id(), "download", proposal, sha256));
        ContentDisposition name = ContentDisposition.attachment()
                .filename(document.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new InputStreamResource(java.nio.file.Files.newInputStream(files.checked(sha256))));
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(Proposal proposal, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.whole(proposal, Languages.of(request)));
    }

    /** The ground that it changes; null: not known yet. */
    private @Nullable Box box(Proposal proposal) {
        List<Double> box = proposals
                .findFindings(proposal)
                .map(found -> found.changed().box())
                .orElse(List.of());
        return box.size() == 4 ? new Box(box.get(0), box.get(1), box.get(2), box.get(3)) : null;
    }

    private Proposal proposal(String id) {
        return proposals.find(uuid(id)).orElseThrow(() -> ProblemAnswer.notFound("planning.unknown", "id", id));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemAnswer.notFound("planning.unknown", "id", id);
        }
    }

    private static String said(Words words) {
        return words.words() == null ? "" : words.words();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
