package org.cuntu.core.conformity.internal;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cuntu.core.conformity.Draft;
import org.cuntu.core.conformity.DraftChanged;
import org.cuntu.core.conformity.Drafts;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The caller's own drafts over HTTP; those of others are not found. A save over a newer version is answered 409. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/drafts")
class DraftController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Drafts drafts;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;
    private final CityClock clock;

    DraftController(
            Drafts drafts, ProofLog proof, CurrentActor actor, TransactionTemplate transaction, CityClock clock) {
        this.drafts = drafts;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    @Requires("conformity:draft:read")
    ResponseEntity<Map<String, Object>> list() {
        List<Map<String, Object>> items =
                drafts.list(actor.id()).stream().map(DraftController::line).toList();
        note("list", "own");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("items", items));
    }

    @GetMapping("/{id}")
    @Requires("conformity:draft:read")
    ResponseEntity<Map<String, @Nullable Object>> open(@PathVariable String id) {
        Draft draft = drafts.find(actor.id(), id).orElseThrow(() -> ProblemAnswer.notFound("draft.unknown", "id", id));
        note("read", id);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(DraftJson.whole(draft));
    }

    @PostMapping
    @Requires("conformity:draft:create")
    ResponseEntity<Map<String, Object>> add(@RequestBody JsonNode body) {
        Draft draft = drafts.add(actor.id(), DraftJson.read(body));
        return ResponseEntity.created(URI.create("/api/drafts/" + draft.id()))
                .cacheControl(CacheControl.noStore())
                .body(DraftJson.line(draft));
    }

    @PutMapping("/{id}")
    @Requires("conformity:draft:save")
    Map<String, Object> save(@PathVariable String id, @RequestBody JsonNode body) {
        Draft.Content content = DraftJson.read(body);
        int version = DraftJson.version(body);
        return DraftJson.line(told(id, () -> drafts.save(actor.id(), id, version, content)));
    }

    @PutMapping("/{id}/name")
    @Requires("conformity:draft:save")
    Map<String, Object> rename(@PathVariable String id, @RequestBody JsonNode body) {
        String name = DraftJson.name(body);
        int version = DraftJson.version(body);
        return DraftJson.line(told(id, () -> drafts.rename(actor.id(), id, version, name)));
    }

    @DeleteMapping("/{id}")
    @Requires("conformity:draft:remove")
    ResponseEntity<Void> remove(@PathVariable String id, @RequestParam int version) {
        told(id, () -> {
            drafts.remove(actor.id(), id, version);
            return id;
        });
        return ResponseEntity.noContent().build();
    }

    private <T> T told(String id, Supplier<T> write) {
        try {
            if (drafts.find(actor.id(), id).isEmpty()) throw ProblemAnswer.notFound("draft.unknown", "id", id);
            return write.get();
        } catch (DraftChanged e) {
            String at = e.now().savedAt().atZone(clock.zone()).format(TIME);
            throw ProblemAnswer.conflict(
                    "draft.changed",
                    "name",
                    e.now().name(),
                    "at",
                    at,
                    "version",
                    e.now().version());
        }
    }

    private void note(String verb, String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "conformity:draft:" + verb, object, null)));
    }

    private static Map<String, Object> line(Draft.Line line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", line.id());
        tree.put("name", line.name());
        tree.put("version", line.version());
        tree.put("plots", line.plots());
        tree.put("savedAt", line.savedAt().toString());
        return tree;
    }
}
