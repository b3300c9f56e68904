package org.cuntu.core.cases.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Cases;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** The counter (全城通办): takes an application for whoever came. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/cases")
class CaseDraftController {
    private final Cases cases;
    private final CaseJson json;
    private final CaseReading reading;
    private final Files files;

    CaseDraftController(Cases cases, CaseJson json, CaseReading reading, Files files) {
        this.cases = cases;
        this.json = json;
        this.reading = reading;
        this.files = files;
    }

    record Person(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String idNumber,
            @Nullable String phone) {}

    record NewCase(
            @Nullable String matter,
            @Nullable Person applicant,
            @Nullable String origin,
            @Nullable String of,
            @Nullable String parent) {}

    record Content(
            @Nullable String name,
            @Nullable String division,
            @Nullable Map<String, Object> form,
            @Nullable JsonNode site) {}

    record Promised(@Nullable String material) {}

    record Reason(@Nullable String reason) {}

    @PostMapping
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> create(@RequestBody NewCase body, HttpServletRequest request) {
        Person who = body.applicant();
        if (who == null) throw CaseChecks.refused("cases.applicant");
        CaseFile.Origin origin;
        try {
            origin = CaseFile.Origin.valueOf(Objects.requireNonNullElse(body.origin(), "NEW"));
        } catch (IllegalArgumentException e) {
            origin = CaseFile.Origin.NEW;
        }
        CaseFile made = cases.draft(new Cases.Order(
                text(body.matter()),
                new Applicant(text(who.kind()), text(who.name()), text(who.idNumber()), text(who.phone()), null),
                origin,
                body.of(),
                body.parent() == null ? null : uuid(body.parent())));
        return ResponseEntity.created(URI.create("/api/cases/" + made.id()))
                .cacheControl(CacheControl.noStore())
                .body(whole(made, request));
    }

    @PutMapping("/{id}")
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> save(
            @PathVariable String id, @RequestBody Content body, HttpServletRequest request) {
        JsonNode site = body.site();
        boolean none = site == null || site.isNull();
        return answer(
                cases.save(
                        uuid(id),
                        new Cases.Content(
                                text(body.name()),
                                body.division(),
                                Objects.requireNonNullElse(body.form(), Map.of()),
                                none ? null : site.toString())),
                request);
    }

    @PutMapping(path = "/{id}/materials/{material}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> put(
            @PathVariable String id,
            @PathVariable String material,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        reading.seen(uuid(id));
        String name = UploadName.of(file);
        try (InputStream content = file.getInputStream()) {
            FileRef kept = files.keep(content, name, "application/octet-stream");
            return answer(cases.put(uuid(id), material, kept, name), request);
        }
    }

    @DeleteMapping("/{id}/materials/{material}")
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> remove(
            @PathVariable String id, @PathVariable String material, HttpServletRequest request) {
        return answer(cases.put(uuid(id), material, null, ""), request);
    }

    @PostMapping("/{id}/promises")
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> promise(
            @PathVariable String id, @RequestBody Promised body, HttpServletRequest request) {
        return answer(cases.promise(uuid(id), text(body.material())), request);
    }

    @PostMapping("/{id}/submit")
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> submit(@PathVariable String id, HttpServletRequest request) {
        return answer(cases.submit(uuid(id)), request);
    }

    @PostMapping("/{id}/corrected")
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> corrected(@PathVariable String id, HttpServletRequest request) {
        return answer(cases.corrected(uuid(id)), request);
    }

    @PostMapping("/{id}/withdraw")
    @Requires("cases:case:create")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(
            @PathVariable String id, @RequestBody Reason body, HttpServletRequest request) {
        return answer(cases.withdraw(uuid(id), text(body.reason())), request);
    }

    @PostMapping("/{id}/discard")
    @Requires("cases:case:create")
    ResponseEntity<Void> discard(@PathVariable String id) {
        cases.discard(uuid(id));
        return ResponseEntity.noContent().build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static UUID uuid(String id) {
        return CaseRowsJson.uuid(id);
    }

    private Map<String, @Nullable Object> whole(CaseFile file, HttpServletRequest request) {
        return json.whole(reading.seen(file.id()), false, Languages.of(request));
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(CaseFile file, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(whole(file, request));
    }
}
