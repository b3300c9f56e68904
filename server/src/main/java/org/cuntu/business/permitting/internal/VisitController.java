package org.cuntu.business.permitting.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.permitting.SiteVisit;
import org.cuntu.business.permitting.SiteVisits;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Site visits of a case over HTTP. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/permitting/cases/{id}/visits")
class VisitController {
    private static final int MOST_MEGABYTES = 20;

    private final SiteVisits visits;
    private final PermitNames names;
    private final Files files;

    VisitController(SiteVisits visits, PermitNames names, Files files) {
        this.visits = visits;
        this.names = names;
        this.files = files;
    }

    @GetMapping
    @Requires("cases:case:read")
    ResponseEntity<List<Map<String, Object>>> list(@PathVariable String id) {
        return PermitAnswer.ok(
                visits.list(PermitAnswer.uuid(id)).stream().map(this::tree).toList());
    }

    /** Writes and signs it. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("permitting:visit:write")
    ResponseEntity<Map<String, Object>> sign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String visitedAt,
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(defaultValue = "") String findings,
            @RequestParam(defaultValue = "false") boolean agrees,
            @RequestParam(required = false) @Nullable List<MultipartFile> photos)
            throws IOException {
        UUID of = PermitAnswer.uuid(id);
        Instant at = instant(visitedAt);
        return PermitAnswer.ok(
                tree(visits.sign(of, new SiteVisits.Order(at, lon, lat, others, findings, agrees, keep(photos)))));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new InputRefused(Problem.refused("permitting.visit-later", Problem.Place.UNKNOWN));
        }
    }

    private List<SiteVisit.Photo> keep(@Nullable List<MultipartFile> given) throws IOException {
        List<SiteVisit.Photo> photos = new ArrayList<>();
        if (given == null) return photos;
        for (MultipartFile file : given) {
            if (file.isEmpty()) continue;
            String name = UploadName.of(file);
            byte[] bytes = file.getSize() > ((long) MOST_MEGABYTES << 20) ? new byte[0] : file.getBytes();
            String media = media(bytes);
            if (media == null)
                throw new InputRefused(Problem.refused(
                        "permitting.not-a-picture", Problem.Place.file(name), "name", name, "most", MOST_MEGABYTES));
            FileRef kept = files.keep(new ByteArrayInputStream(bytes), name, media);
            photos.add(new SiteVisit.Photo(kept.sha256(), kept.name(), media));
        }
        return photos;
    }

    /** By its beginning, never by name or header. */
    private static @Nullable String media(byte[] bytes) {
        if (bytes.length < 9) return null;
        if ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 && (bytes[2] & 0xff) == 0xff) return "image/jpeg";
        boolean png = (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        return png ? "image/png" : null;
    }

    @GetMapping("/{visit}/photos/{sha256}")
    @Requires("cases:case:read")
    ResponseEntity<InputStreamResource> photo(
            @PathVariable String id, @PathVariable String visit, @PathVariable String sha256) throws IOException {
        SiteVisit.Photo photo = visits.list(PermitAnswer.uuid(id)).stream()
                .filter(each -> each.id().toString().equals(visit))
                .flatMap(each -> each.photos().stream())
                .filter(each -> each.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("permitting.no-picture"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(photo.media()))
                .body(new InputStreamResource(java.nio.file.Files.newInputStream(files.checked(sha256))));
    }

    private Map<String, Object> tree(SiteVisit visit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", visit.id());
        tree.put("visitedAt", visit.visitedAt().toString());
        tree.put("lon", visit.lon());
        tree.put("lat", visit.lat());
        tree.put("others", visit.others());
        tree.put("findings", visit.findings());
        tree.put("agrees", visit.agrees());
        tree.put("signedBy", names.person(visit.signedBy()));
        tree.put("signedAt", visit.signedAt().toString());
        tree.put("receipt", visit.leaf());
        tree.put("photos", visit.photos());
        return tree;
    }
}
