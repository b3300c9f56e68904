package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.PlanDeliveries;
import org.cuntu.business.planning.PlanKind;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanState;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Plans on their way: the list, and every act of it. What is read of one is {@link PlanReadController}'s. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/plans")
class PlanController {
    private static final int NEWEST = 500;

    private final PlanDeliveries plans;
    private final PlanOrders orders;
    private final PlanUploads uploads;
    private final PlanJson json;

    PlanController(PlanDeliveries plans, PlanOrders orders, PlanUploads uploads, PlanJson json) {
        this.plans = plans;
        this.orders = orders;
        this.uploads = uploads;
        this.json = json;
    }

    /** @param words a reason, an opinion */
    record Words(@Nullable String words) {}

    /** @param to null: the earliest last day */
    record Shown(
            @Nullable String from,
            @Nullable String to,
            @Nullable String place) {}

    @GetMapping
    @Requires("planning:plan:read")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String words) {
        PlanDeliveries.Filter filter = new PlanDeliveries.Filter(
                named(PlanKind.class, kind), named(PlanState.class, state), blank(division), blank(words));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (PlanVersion each : plans.list(filter, NEWEST)) {
            Map<String, @Nullable Object> row = json.brief(each);
            row.put(
                    "inForce",
                    plans.listVersions(each.plan().id()).stream()
                            .filter(version -> version.state() == PlanState.IN_FORCE)
                            .map(version -> String.valueOf(version.inForceFrom()))
                            .findFirst()
                            .orElse(null));
            rows.add(row);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("plans", rows);
        answer.put("more", rows.size() == NEWEST);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:plan:deliver")
    ResponseEntity<Map<String, @Nullable Object>> deliver(
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String listing,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String grounds,
            @RequestParam(defaultValue = "false") boolean invented,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable List<String> materials,
            @RequestParam(required = false) @Nullable List<String> systems,
            HttpServletRequest request)
            throws IOException {
        PlanKind of = named(PlanKind.class, kind);
        if (of == null) throw LineCandidates.refused("planning.unknown-kind", "kind", kind);
        PlanVersion made = plans.deliver(new PlanDeliveries.Order(
                of,
                name,
                blank(division),
                blank(listing),
                occasion,
                grounds,
                invented,
                uploads.keep(orders.scheme(of), files, materials, systems)));
        return created(made, request);
    }

    /** The next version of the plan that this one is of. */
    @PostMapping(path = "/{id}/amendments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:plan:deliver")
    ResponseEntity<Map<String, @Nullable Object>> amend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String occasion,
            @RequestParam(defaultValue = "") String grounds,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable List<String> materials,
            @RequestParam(required = false) @Nullable List<String> systems,
            HttpServletRequest request)
            throws IOException {
        PlanVersion seen = seen(plans, id);
        PlanScheme scheme = orders.scheme(seen.plan().kind());
        PlanVersion made =
                plans.amend(seen.plan().id(), occasion, grounds, uploads.keep(scheme, files, materials, systems));
        return created(made, request);
    }

    @PostMapping(path = "/{id}/change", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:plan:deliver")
    ResponseEntity<Map<String, @Nullable Object>> change(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable List<String> materials,
            @RequestParam(required = false) @Nullable List<String> systems,
            HttpServletRequest request)
            throws IOException {
        PlanVersion seen = seen(plans, id);
        PlanScheme scheme = orders.scheme(seen.plan().kind());
        return answer(plans.change(seen.id(), uploads.keep(scheme, files, materials, systems), words), request);
    }

    @PostMapping("/{id}/agree")
    @Requires("planning:plan:review")
    ResponseEntity<Map<String, @Nullable Object>> agree(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(plans.agree(uuid(id), said(words)), request);
    }

    @PostMapping("/{id}/return")
    @Requires("planning:plan:review")
    ResponseEntity<Map<String, @Nullable Object>> giveBack(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(plans.giveBack(uuid(id), said(words)), request);
    }

    @PostMapping("/{id}/display")
    @Requires("planning:plan:review")
    ResponseEntity<Map<String, @Nullable Object>> display(
            @PathVariable String id, @RequestBody Shown shown, HttpServletRequest request) {
        LocalDate to = blank(shown.to()) == null ? null : LineController.date(shown.to());
        String place = shown.place() == null ? "" : shown.place();
        return answer(plans.display(uuid(id), LineController.date(shown.from()), to, place), request);
    }

    @PostMapping(path = "/{id}/approval", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("planning:plan:approve")
    ResponseEntity<Map<String, @Nullable Object>> approve(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String inForceFrom,
            @RequestParam(defaultValue = "") String words,
            @RequestParam MultipartFile scan,
            HttpServletRequest request)
            throws IOException {
        PlanVersion seen = seen(plans, id);
        PlanVersion.Approval approval = new PlanVersion.Approval(
                number.strip(), authority.strip(), LineController.date(date), LineController.date(inForceFrom));
        PlanDeliveries.Given kept = uploads.keep(PlanScheme.Role.APPROVAL, "approval", scan, null);
        return answer(plans.approve(seen.id(), approval, kept, words), request);
    }

    @PostMapping("/{id}/withdraw")
    @Requires("planning:plan:deliver")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(
            @PathVariable String id, @RequestBody Words words, HttpServletRequest request) {
        return answer(plans.withdraw(uuid(id), said(words)), request);
    }

    private ResponseEntity<Map<String, @Nullable Object>> created(PlanVersion made, HttpServletRequest request) {
        return ResponseEntity.created(URI.create("/api/planning/plans/" + made.id()))
                .cacheControl(CacheControl.noStore())
                .body(json.whole(made, Languages.of(request)));
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(PlanVersion version, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(json.whole(version, Languages.of(request)));
    }

    static PlanVersion seen(PlanDeliveries plans, String id) {
        return plans.find(uuid(id)).orElseThrow(() -> ProblemAnswer.notFound("planning.unknown-plan", "id", id));
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemAnswer.notFound("planning.unknown-plan", "id", id);
        }
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        if (name == null || name.isBlank()) return null;
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-kind", "kind", name));
    }

    private static String said(Words words) {
        return words.words() == null ? "" : words.words();
    }

    static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
