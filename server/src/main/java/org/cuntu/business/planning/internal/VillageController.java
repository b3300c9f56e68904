package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cuntu.business.planning.VillagePlans;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
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

/** The register of village plans over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/villages")
class VillageController {
    private static final Set<String> KINDS = Set.of(VillageRegisterKind.CODE);
    private static final List<String> MEMBERS =
            List.of("code", "type", "must", "state", "approval", "approvedOn", "crs");

    private final VillageJson json;
    private final VillagePlans plans;
    private final StoredVillagePlans seen;
    private final PlanMatters matters;
    private final PlanMoment moments;
    private final Files files;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    VillageController(
            VillageJson json,
            VillagePlans plans,
            StoredVillagePlans seen,
            PlanMatters matters,
            PlanMoment moments,
            Files files,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.json = json;
        this.plans = plans;
        this.seen = seen;
        this.matters = matters;
        this.moments = moments;
        this.files = files;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** @param asOf a day: villages and register as they were at its end; empty: now */
    @GetMapping
    @Requires("planning:village:read")
    ResponseEntity<Map<String, @Nullable Object>> list(@RequestParam(defaultValue = "") String asOf) {
        Map<String, @Nullable Object> tree = json.whole(moments.of(asOf));
        tree.put("pending", pending());
        return answer(tree);
    }

    private List<Map<String, @Nullable Object>> pending() {
        return matters.open(VillageRegisterKind.CODE).stream()
                .filter(this::sees)
                .map(matter -> matters.tree(matter, VillageRegisterKind.APPROVE))
                .toList();
    }

    private boolean sees(FourEyes.Matter matter) {
        String code = matter.content().get("code");
        // a table is of several villages: for whoever sees the first one
        return seen.sees(code == null ? matter.content().getOrDefault("first", "") : code);
    }

    @GetMapping("/table")
    @Requires("planning:village:read")
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        PlanMoment.At at = moments.of(asOf);
        ResponseEntity<byte[]> file = json.table(at, Languages.of(request)).answer(format);
        note("export", "register " + at.day());
        return file;
    }

    /** One village with its history and the ground of its plan; a read. @param asOf as of the list */
    @GetMapping("/{code}")
    @Requires("planning:village:read")
    ResponseEntity<Map<String, @Nullable Object>> show(
            @PathVariable String code, @RequestParam(defaultValue = "") String asOf) {
        PlanMoment.At at = moments.of(asOf);
        Map<String, @Nullable Object> tree = json.village(code, at)
                .filter(found -> seen.sees(code))
                .orElseThrow(() -> ProblemAnswer.notFound("planning.village-unknown", "code", code));
        tree.put("events", plans.listEvents(code).stream().map(json::event).toList());
        tree.put("drawn", json.ground(code, at));
        note("read", code);
        return answer(tree);
    }

    /** A row as it is to be, with the plan's ground when it is handed in. */
    @PostMapping(path = "/proposals", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:village:edit")
    ResponseEntity<Map<String, @Nullable Object>> propose(
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable MultipartFile ground,
            @RequestParam(required = false) @Nullable MultipartFile table)
            throws IOException {
        Map<String, String> content = new LinkedHashMap<>();
        if (table != null && !table.isEmpty()) {
            content.put(VillageRegisterKind.TABLE, keep(table));
            content.put(VillageRegisterKind.NAME, UploadName.of(table));
            return answer(tree(json.proposeTable(content, reason)));
        }
        for (String member : MEMBERS) content.put(member, Objects.requireNonNullElse(form.get(member), ""));
        if (ground != null && !ground.isEmpty()) {
            content.put("ground", keep(ground));
            content.put("groundName", UploadName.of(ground));
        }
        return answer(tree(matters.propose(VillageRegisterKind.CODE, content.get("code"), content, reason)));
    }

    private Map<String, @Nullable Object> tree(FourEyes.Matter matter) {
        return matters.tree(matter, VillageRegisterKind.APPROVE);
    }

    private String keep(MultipartFile file) throws IOException {
        String media = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        try (InputStream content = file.getInputStream()) {
            FileRef kept = files.keep(content, UploadName.of(file), media);
            return kept.sha256();
        }
    }

    record Decided(boolean approve, @Nullable String remark) {}

    @PostMapping("/proposals/{id}/decision")
    @Requires("planning:village:approve")
    ResponseEntity<Map<String, @Nullable Object>> decide(@PathVariable UUID id, @RequestBody Decided decided) {
        String remark = decided.remark();
        matters.decide(id, KINDS, decided.approve(), remark == null ? "" : remark);
        return answer(new LinkedHashMap<>(Map.of("pending", new ArrayList<>(pending()))));
    }

    @PostMapping("/proposals/{id}/withdrawal")
    @Requires("planning:village:edit")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(@PathVariable UUID id) {
        matters.withdraw(id, KINDS);
        return answer(new LinkedHashMap<>(Map.of("pending", new ArrayList<>(pending()))));
    }

    private void note(String verb, String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "planning:village:" + verb, object, null)));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
