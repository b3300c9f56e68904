package org.cuntu.business.permitting.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.Permits;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificates over HTTP. Opening one, its paper and a search are reads of the proof log. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/permitting/certificates")
class PermitController {
    static final String PRINT = "permitting:certificate:print";
    private static final int MOST = 500;

    private final Permits permits;
    private final PermitJson json;
    private final PermittingFile file;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    PermitController(
            Permits permits,
            PermitJson json,
            PermittingFile file,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.permits = permits;
        this.json = json;
        this.file = file;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping
    @Requires("permitting:certificate:read")
    ResponseEntity<Map<String, @Nullable Object>> list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String matter) {
        List<Permit> found =
                permits.list(new Permits.Filter(text, state(state), matter.isEmpty() ? null : matter), MOST);
        if (!text.isBlank())
            note(new ProofAct(actor.id(), "permitting:certificate:search", String.valueOf(found.size()), null)
                    .withPersonal("typed", text));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("certificates", found.stream().map(json::row).toList());
        tree.put("more", found.size() == MOST);
        return PermitAnswer.ok(tree);
    }

    private static Permit.@Nullable State state(String text) {
        return Arrays.stream(Permit.State.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Why a certificate may be ended, act by act. */
    @GetMapping("/grounds")
    @Requires("permitting:certificate:read")
    ResponseEntity<List<Map<String, Object>>> grounds() {
        return PermitAnswer.ok(List.of(Permit.Act.WITHDRAW, Permit.Act.REVOKE, Permit.Act.CANCEL).stream()
                .flatMap(act -> file.grounds(act).stream())
                .map(PermitJson::ground)
                .toList());
    }

    @GetMapping("/{id}")
    @Requires("permitting:certificate:read")
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable String id) {
        Permit permit = permit(id);
        note("read", permit);
        return PermitAnswer.ok(json.whole(permit));
    }

    @GetMapping("/{id}/certificate.pdf")
    @Requires(PRINT)
    ResponseEntity<byte[]> paper(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        Permit permit = permit(id);
        byte[] bytes = permits.paper(permit, PermitAnswer.language(lang, request));
        note("print", permit);
        return PermitAnswer.pdf(bytes, permit.number());
    }

    private record Ending(@Nullable String ground, @Nullable String reason) {}

    /** 撤回: proposed; another person decides. */
    @PostMapping("/{id}/withdrawal")
    @Requires("permitting:certificate:withdraw")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(@PathVariable String id, @RequestBody Ending ending) {
        return proposed(id, Permit.Act.WITHDRAW, ending);
    }

    /** 撤销: proposed; another person decides. */
    @PostMapping("/{id}/revocation")
    @Requires("permitting:certificate:revoke")
    ResponseEntity<Map<String, @Nullable Object>> revoke(@PathVariable String id, @RequestBody Ending ending) {
        return proposed(id, Permit.Act.REVOKE, ending);
    }

    /** 注销: proposed; another person decides. */
    @PostMapping("/{id}/cancellation")
    @Requires("permitting:certificate:cancel")
    ResponseEntity<Map<String, @Nullable Object>> cancel(@PathVariable String id, @RequestBody Ending ending) {
        return proposed(id, Permit.Act.CANCEL, ending);
    }

    private ResponseEntity<Map<String, @Nullable Object>> proposed(String id, Permit.Act act, Ending ending) {
        Permit permit = permit(id);
        permits.propose(permit.id(), act, PermitAnswer.said(ending.ground()), PermitAnswer.said(ending.reason()));
        return PermitAnswer.ok(json.whole(permit));
    }

    private record Remark(@Nullable String remark) {}

    @PostMapping("/endings/{matter}/approve")
    @Requires("permitting:certificate:decide")
    ResponseEntity<Map<String, @Nullable Object>> approve(@PathVariable String matter, @RequestBody Remark said) {
        return PermitAnswer.ok(json.whole(permits.decide(uuid(matter), true, PermitAnswer.said(said.remark()))));
    }

    @PostMapping("/endings/{matter}/refuse")
    @Requires("permitting:certificate:decide")
    ResponseEntity<Map<String, @Nullable Object>> refuse(@PathVariable String matter, @RequestBody Remark said) {
        return PermitAnswer.ok(json.whole(permits.decide(uuid(matter), false, PermitAnswer.said(said.remark()))));
    }

    /** By whoever proposed it. */
    @PostMapping("/endings/{matter}/take-back")
    @Requires("permitting:certificate:read")
    ResponseEntity<Map<String, @Nullable Object>> takeBack(@PathVariable String matter) {
        return PermitAnswer.ok(json.whole(permits.takeBack(uuid(matter))));
    }

    private record Reason(@Nullable String reason) {}

    @PostMapping("/{id}/void-number")
    @Requires("permitting:certificate:decide")
    ResponseEntity<Map<String, @Nullable Object>> voidNumber(@PathVariable String id, @RequestBody Reason said) {
        return PermitAnswer.ok(json.whole(permits.voidNumber(permit(id).id(), PermitAnswer.said(said.reason()))));
    }

    private Permit permit(String id) {
        return permits.find(uuid(id)).orElseThrow(() -> ProblemAnswer.notFound("permitting.no-such", "number", id));
    }

    private static UUID uuid(String id) {
        return PermitAnswer.uuid(id);
    }

    private void note(String verb, Permit permit) {
        note(new ProofAct(
                actor.id(), "permitting:certificate:" + verb, permit.number() + " " + permit.id(), permit.hash()));
    }

    private void note(ProofAct act) {
        transaction.executeWithoutResult(status -> proof.append(act));
    }
}
