package org.cuntu.platform.oversight.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.audit.ErasureRefused;
import org.cuntu.platform.audit.Erasures;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasing personal values: the auditor asks, the security administrator decides. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/proof/erasures")
class ErasureController {
    private static final int NEWEST = 100;

    private final Erasures erasures;
    private final EntryViews views;

    ErasureController(Erasures erasures, EntryViews views) {
        this.erasures = erasures;
        this.views = views;
    }

    record Asked(@Nullable List<String> leaves, @Nullable String reason) {}

    record Decision(@Nullable Boolean erase) {}

    record View(
            String id,
            String reason,
            String askedBy,
            String askedByName,
            String askedAt,
            Erasures.State state,
            @Nullable String decidedBy,
            @Nullable String decidedByName,
            @Nullable String decidedAt,
            int items) {}

    @GetMapping
    @Requires("audit:erasure:read")
    ResponseEntity<List<View>> list() {
        Map<String, User> people = views.people();
        return ProofController.fresh(erasures.listNewest(NEWEST).stream()
                .map(one -> view(one, people))
                .toList());
    }

    @PostMapping
    @Requires("audit:erasure:ask")
    ResponseEntity<View> ask(@RequestBody Asked asked) {
        List<String> leaves = asked.leaves() == null ? List.of() : asked.leaves();
        if (leaves.size() > 500) throw QueryParams.refused("leaves");
        String reason = asked.reason() == null ? "" : asked.reason();
        return ProofController.fresh(view(erasures.ask(leaves, reason), views.people()));
    }

    @PostMapping("/{id}/decision")
    @Requires("audit:erasure:decide")
    ResponseEntity<View> decide(@PathVariable UUID id, @RequestBody Decision decision) {
        if (decision.erase() == null) throw QueryParams.refused("erase");
        try {
            return ProofController.fresh(view(erasures.decide(id, decision.erase()), views.people()));
        } catch (ErasureRefused e) {
            boolean unknown = e.problem().code().equals("proof.erasure-unknown");
            throw new ProblemAnswer(unknown ? 404 : 409, e.problem());
        }
    }

    private static View view(Erasures.Erasure one, Map<String, User> people) {
        return new View(
                one.id().toString(),
                one.reason(),
                one.askedBy(),
                name(people, one.askedBy()),
                one.askedAt().toString(),
                one.state(),
                one.decidedBy(),
                one.decidedBy() == null ? null : name(people, one.decidedBy()),
                one.decidedAt() == null ? null : String.valueOf(one.decidedAt()),
                one.items());
    }

    private static String name(Map<String, User> people, String id) {
        User user = people.get(id);
        return user == null ? id : user.name();
    }
}
