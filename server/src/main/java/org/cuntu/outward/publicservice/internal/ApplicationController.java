package org.cuntu.outward.publicservice.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseSummary;
import org.cuntu.core.cases.Cases;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The citizen's own applications (网上办): drafts, materials, handing in, correcting, going back on it. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/public/applications")
class ApplicationController {
    private static final String USE = "publicservice:application:use";
    private static final TypeReference<Map<String, Object>> FORM = new TypeReference<>() {};

    private final OwnCases own;
    private final Cases cases;
    private final ApplicationJson json;
    private final ApplicationTable table;
    private final Files files;
    private final CurrentUser current;

    ApplicationController(
            OwnCases own, Cases cases, ApplicationJson json, ApplicationTable table, Files files, CurrentUser current) {
        this.own = own;
        this.cases = cases;
        this.json = json;
        this.table = table;
        this.files = files;
        this.current = current;
    }

    /** The own list, and what is known of the caller: nothing of that is asked again. */
    @GetMapping
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> list() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", current.get().name());
        List<CaseSummary> list = own.list();
        tree.put(
                "known",
                list.isEmpty()
                        ? null
                        : ApplicationJson.applicant(list.getFirst().applicant()));
        tree.put("items", json.rows(list));
        return answer(tree);
    }

    record Applying(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String idNumber,
            @Nullable String phone) {
        OwnCases.Said said() {
            return new OwnCases.Said(
                    text(kind).isEmpty() ? "natural" : text(kind), text(name), text(idNumber), text(phone));
        }
    }

    record Begun(
            String matter,
            @Nullable Applying applicant,
            CaseFile.@Nullable Origin origin,
            @Nullable String of,
            @Nullable UUID parent) {}

    @PostMapping
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> begin(@RequestBody Begun begun) {
        Applying applicant = begun.applicant() == null ? new Applying(null, null, null, null) : begun.applicant();
        return whole(own.begin(
                text(begun.matter()),
                applicant.said(),
                Objects.requireNonNullElse(begun.origin(), CaseFile.Origin.NEW),
                begun.of(),
                begun.parent()));
    }

    @GetMapping("/{id}")
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> show(@PathVariable UUID id) {
        return whole(own.get(id));
    }

    /** {@code {name, division, form, site}}; without a site the site stays. */
    @PutMapping("/{id}")
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> save(@PathVariable UUID id, @RequestBody JsonNode body) {
        CaseFile file = own.get(id);
        JsonNode form = body.path("form");
        if (!form.isObject()) throw new InputRefused(Problem.refused("publicservice.form", Problem.Place.file("form")));
        String division = body.path("division").asString("");
        JsonNode site = body.path("site");
        return whole(cases.save(
                id,
                new Cases.Content(
                        body.path("name").asString(file.name()).strip(),
                        division.isEmpty() ? null : division,
                        JsonMapper.shared().convertValue(form, FORM),
                        site.isObject() ? site.toString() : null)));
    }

    @DeleteMapping("/{id}")
    @Requires(USE)
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        own.discard(id);
        return ResponseEntity.noContent().build();
    }

    @PutMapping(path = "/{id}/materials/{material}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> give(
            @PathVariable UUID id, @PathVariable String material, @RequestParam MultipartFile file) throws IOException {
        own.get(id);
        String media = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
        String name = UploadName.of(file);
        try (InputStream content = file.getInputStream()) {
            FileRef kept = files.keep(content, name, media);
            return whole(own.put(id, material, kept, name));
        }
    }

    @DeleteMapping("/{id}/materials/{material}")
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> take(@PathVariable UUID id, @PathVariable String material) {
        return whole(own.put(id, material, null, ""));
    }

    /** What the caller gave itself. */
    @GetMapping("/{id}/materials/{material}")
    @Requires(USE)
    ResponseEntity<Resource> look(@PathVariable UUID id, @PathVariable String material) throws IOException {
        own.get(id);
        ApplicationTable.Given given = table.given(id).get(material);
        if (given == null || given.sha256() == null)
            throw ProblemAnswer.notFound("publicservice.no-material", "id", id);
        boolean shown = given.media().startsWith("image/") || given.media().equals("application/pdf");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(shown ? MediaType.parseMediaType(given.media()) : MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(given.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(java.nio.file.Files.newInputStream(files.checked(given.sha256()))));
    }

    record Promised(String material) {}

    @PostMapping("/{id}/promises")
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> promise(@PathVariable UUID id, @RequestBody Promised promised) {
        return whole(own.promise(id, text(promised.material())));
    }

    @PostMapping("/{id}/submit")
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> submit(@PathVariable UUID id) {
        own.get(id);
        return whole(cases.submit(id));
    }

    @PostMapping("/{id}/corrected")
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> corrected(@PathVariable UUID id) {
        own.get(id);
        return whole(cases.corrected(id));
    }

    record Withdrawn(@Nullable String reason) {}

    @PostMapping("/{id}/withdraw")
    @Requires(USE)
    ResponseEntity<Map<String, @Nullable Object>> withdraw(@PathVariable UUID id, @RequestBody Withdrawn withdrawn) {
        own.get(id);
        return whole(cases.withdraw(id, text(withdrawn.reason())));
    }

    private ResponseEntity<Map<String, @Nullable Object>> whole(CaseFile file) {
        return answer(json.whole(file));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
