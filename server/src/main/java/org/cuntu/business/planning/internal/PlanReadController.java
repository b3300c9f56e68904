package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.PlanDeliveries;
import org.cuntu.business.planning.PlanDeliveries.Given;
import org.cuntu.business.planning.PlanDeliveries.PlanMap;
import org.cuntu.business.planning.PlanFindings;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanSchemes;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is read of a plan: the kinds that there are, a version with everything, its map, its files and the list of them. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning")
class PlanReadController {
    private final PlanDeliveries plans;
    private final PlanSchemes schemes;
    private final PlanMoves moves;
    private final PlanManifest manifest;
    private final PlanMapJson maps;
    private final PlanJson json;
    private final Files files;
    private final CurrentActor actor;
    private final Viewings viewings;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    PlanReadController(
            PlanDeliveries plans,
            PlanSchemes schemes,
            PlanMoves moves,
            PlanManifest manifest,
            PlanMapJson maps,
            PlanJson json,
            Files files,
            CurrentActor actor,
            Viewings viewings,
            CityClock clock,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.schemes = schemes;
        this.moves = moves;
        this.manifest = manifest;
        this.maps = maps;
        this.json = json;
        this.files = files;
        this.actor = actor;
        this.viewings = viewings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What may be delivered, and how. */
    @GetMapping("/plan-schemes")
    @Requires("planning:plan:read")
    ResponseEntity<List<Map<String, @Nullable Object>>> schemes() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(schemes.listSchemes(clock.today()).stream()
                        .map(json::scheme)
                        .toList());
    }

    /** A version with all that was found and done; a read. */
    @GetMapping("/plans/{id}")
    @Requires("planning:plan:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id, HttpServletRequest request) {
        PlanVersion version = PlanController.seen(plans, id);
        transaction.executeWithoutResult(status -> moves.read(actor.id(), version, box(version)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.whole(version, Languages.of(request)));
    }

    /** Where it stands; watching is no read of its own. */
    @GetMapping("/plans/{id}/progress")
    @Requires("planning:plan:read")
    ResponseEntity<Map<String, @Nullable Object>> progress(@PathVariable String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.progress(PlanController.seen(plans, id)));
    }

    /**
     * Which version of its plan was in force at a day.
     *
     * @param known an instant, or a date meaning its end; absent: all that is known
     */
    @GetMapping("/plans/{id}/in-force")
    @Requires("planning:plan:read")
    ResponseEntity<Map<String, @Nullable Object>> inForce(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String known) {
        PlanVersion version = PlanController.seen(plans, id);
        LocalDate day = PlanController.blank(on) == null ? clock.today() : LineController.date(on);
        Instant until = known(PlanController.blank(known));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("on", day.toString());
        tree.put("known", until == null ? null : until.toString());
        tree.put(
                "version",
                plans.findInForce(version.plan().id(), day, until)
                        .map(json::brief)
                        .orElse(null));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tree);
    }

    private @Nullable Instant known(@Nullable String text) {
        if (text == null) return null;
        try {
            return text.length() == 10 ? clock.endOf(LocalDate.parse(text)) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw LineCandidates.refused("planning.date", "date", text);
        }
    }

    /**
     * The features of its map on its page: viewed, as the map is.
     *
     * @param side {@code before} or {@code after}
     */
    @GetMapping("/plans/{id}/map/{layer}/{side}")
    @Requires("planning:plan:read")
    ResponseEntity<Map<String, Object>> map(
            @PathVariable String id,
            @PathVariable String layer,
            @PathVariable String side,
            HttpServletRequest request) {
        PlanVersion version = PlanController.seen(plans, id);
        PlanMap map = plans.listMaps(version).stream()
                .filter(each -> each.layer().equals(layer))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("planning.no-plan-map", "number", version.number()));
        PlanScheme.MapLayer described = schemes.findScheme(version.plan().kind(), clock.today())
                .flatMap(scheme -> scheme.findLayer(layer))
                .orElseThrow(() -> ProblemAnswer.notFound("planning.no-plan-map", "number", version.number()));
        Box box = box(version);
        double[] seen = box == null ? new double[0] : new double[] {box.west(), box.south(), box.east(), box.north()};
        if (box != null) viewings.note("planning:plan:view", SessionId.of(request), version.number(), seen);
        try {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(side.equals("before") ? maps.before(described, map) : maps.after(described, map));
        } catch (SnapshotStore.MissingSnapshot e) {
            throw ProblemAnswer.notFound("planning.no-plan-map", "number", version.number());
        }
    }

    /** A file of the version, as it was uploaded; a read. */
    @GetMapping("/plans/{id}/files/{sha256}")
    @Requires("planning:plan:read")
    ResponseEntity<InputStreamResource> file(@PathVariable String id, @PathVariable String sha256) throws IOException {
        PlanVersion version = PlanController.seen(plans, id);
        Given file = plans.listFiles(version).stream()
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("planning.no-plan-file", "number", version.number()));
        transaction.executeWithoutResult(status -> moves.note(actor.id(), "download", version, sha256));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", named(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new InputStreamResource(java.nio.file.Files.newInputStream(files.checked(sha256))));
    }

    /** Every hash that the version is made of; a read. */
    @GetMapping("/plans/{id}/manifest.txt")
    @Requires("planning:plan:read")
    ResponseEntity<byte[]> manifest(@PathVariable String id) {
        PlanVersion version = PlanController.seen(plans, id);
        transaction.executeWithoutResult(
                status -> moves.note(actor.id(), "download", version, manifest.digest(version)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", named(version.number() + "-manifest.txt"))
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(manifest.text(version).getBytes(StandardCharsets.UTF_8));
    }

    private static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** The ground that it is of; null: not known yet. */
    private @Nullable Box box(PlanVersion version) {
        List<Double> box = plans.findFindings(version)
                .flatMap(found -> found.maps().stream().findFirst())
                .map(PlanFindings.MapFigures::box)
                .orElse(List.of());
        return box.size() == 4 ? new Box(box.get(0), box.get(1), box.get(2), box.get(3)) : null;
    }
}
