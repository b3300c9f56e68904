package org.cuntu.core.onemap.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cuntu.core.onemap.LayerExport;
import org.cuntu.core.onemap.LayerExport.ExportFile;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Layers taken away as files: asked for, made as a task, fetched by whoever asked. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/exports")
class ExportController {
    private final LayerExport exports;
    private final RegisterFile register;
    private final LayerSight sight;
    private final Tasks tasks;
    private final Files files;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ExportController(
            LayerExport exports,
            RegisterFile register,
            LayerSight sight,
            Tasks tasks,
            Files files,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.exports = exports;
        this.register = register;
        this.sight = sight;
        this.tasks = tasks;
        this.files = files;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * @param where read from the request itself: a condition may hold a comma
     * @param box west,south,east,north
     * @param within a file with a site
     */
    @PostMapping
    @Requires("onemap:layer:export")
    ResponseEntity<Map<String, String>> add(
            @RequestParam String layer,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable String box,
            @RequestParam(required = false) @Nullable MultipartFile within,
            @RequestParam(required = false) @Nullable String withinCrs,
            HttpServletRequest request)
            throws IOException {
        String[] where = request.getParameterValues("where");
        FileRef site = within == null || within.isEmpty() ? null : kept(within);
        TaskId task = exports.submit(new LayerExport.Order(
                layer,
                FileFormat.find(format)
                        .orElseThrow(() -> SnapshotMaking.refused("onemap.export-format", "format", format)),
                date(asOf),
                blank(known),
                blank(crs),
                where == null ? List.of() : Arrays.stream(where).filter(one -> !one.isBlank()).toList(),
                site == null ? null : site.sha256(),
                site == null ? null : site.name(),
                blank(withinCrs),
                box(box)));
        return ResponseEntity.accepted().body(Map.of("task", task.toString()));
    }

    /** The file, for whoever asked for it, for a day. */
    @GetMapping("/{id}")
    @Requires("onemap:layer:export")
    ResponseEntity<Resource> file(@PathVariable UUID id) {
        TaskId task = new TaskId(id);
        ExportFile file = tasks.find(task)
                .filter(view -> view.by().equals(actor.id()))
                .flatMap(view -> exports.find(task))
                .filter(made -> register.findLayer(made.layer()).filter(sight::sees).isPresent())
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.export-gone", "id", id));
        transaction.executeWithoutResult(status ->
                proof.append(new ProofAct(actor.id(), "onemap:export:download", id + " " + file.name(), null)));
        String disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(new FileSystemResource(file.path()));
    }

    private FileRef kept(MultipartFile upload) throws IOException {
        try (InputStream content = upload.getInputStream()) {
            return files.keep(
                    content,
                    UploadName.of(upload),
                    Objects.requireNonNullElse(upload.getContentType(), "application/octet-stream"));
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        String given = blank(text);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw SnapshotMaking.refused("onemap.import-date", "date", given);
        }
    }

    private static double @Nullable [] box(@Nullable String text) {
        String given = blank(text);
        if (given == null) return null;
        try {
            return Arrays.stream(given.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw SnapshotMaking.refused("onemap.export-box");
        }
    }
}
