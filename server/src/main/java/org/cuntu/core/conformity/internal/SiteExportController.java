package org.cuntu.core.conformity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** The site on the desk as a file: what is drawn as JSON, an unchanged upload as the file itself, so that its own vertices go out. */
@RestController
@ConditionalOnWebApplication
class SiteExportController {
    private final UploadedSite uploads;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;
    private final CityClock clock;

    SiteExportController(
            UploadedSite uploads,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction,
            CityClock clock) {
        this.uploads = uploads;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping(path = "/api/sites/export", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("conformity:site:export")
    ResponseEntity<byte[]> drawn(
            @RequestBody JsonNode body,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable String encoding) {
        SiteExport.Wish wish = SiteExport.Wish.of(format, crs, encoding);
        ReviewRequest site = RequestJson.read(body);
        return answer(file(site), wish);
    }

    @PostMapping(path = "/api/sites/export", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("conformity:site:export")
    ResponseEntity<byte[]> uploaded(
            @RequestParam MultipartFile file,
            @RequestParam("request") String text,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable String encoding) {
        SiteExport.Wish wish = SiteExport.Wish.of(format, crs, encoding);
        JsonNode body = RequestJson.parse(text);
        String name = body.path("name").asString("");
        return uploads.read(file, body.path("crs").asString(""), (site, path) -> answer(named(site, name), wish));
    }

    private static SiteFile file(ReviewRequest site) {
        return new SiteFile(site.name(), "", site.crs(), Map.of(), site.plots(), List.of());
    }

    private static SiteFile named(SiteFile site, String name) {
        return new SiteFile(
                name.isBlank() ? site.name() : name,
                site.sha256(),
                site.crs(),
                site.header(),
                site.plots(),
                site.warnings());
    }

    private ResponseEntity<byte[]> answer(SiteFile site, SiteExport.Wish wish) {
        SiteExport export = SiteExport.of(site, wish, clock.today());
        String object = export.name() + " " + export.crs().code();
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "conformity:site:export", object, sha256(export.content()))));
        String disposition = ContentDisposition.attachment()
                .filename(export.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .contentType(MediaType.parseMediaType(export.mediaType()))
                .body(export.content());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
