package org.cuntu.core.onemap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file for a layer: it is kept, and imported as a task. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/imports")
class ImportController {
    private final LayerImport imports;
    private final RegisterFile register;
    private final LayerSight sight;
    private final Files files;

    ImportController(LayerImport imports, RegisterFile register, LayerSight sight, Files files) {
        this.imports = imports;
        this.register = register;
        this.sight = sight;
        this.files = files;
    }

    @PostMapping
    @Requires("onemap:snapshot:import")
    ResponseEntity<Map<String, String>> add(
            @RequestParam MultipartFile file,
            @RequestParam String layer,
            @RequestParam String inForceFrom,
            @RequestParam String source,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable String ground,
            @RequestParam(required = false) @Nullable String sourceLayer,
            @RequestParam(defaultValue = "false") boolean correction,
            @RequestParam(defaultValue = "false") boolean invented)
            throws IOException {
        if (!sight.sees(SnapshotMaking.layer(register, layer).entry()))
            throw ProblemAnswer.notFound("onemap.unknown-layer", "layer", layer);
        LocalDate date = date(inForceFrom);
        String name = UploadName.of(file);
        FileRef kept;
        try (InputStream content = file.getInputStream()) {
            kept = files.keep(
                    content, name, Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"));
        }
        TaskId task = imports.submit(new LayerImport.Order(
                kept.sha256(), name, layer, date, source, blank(crs), blank(ground), correction, invented, blank(sourceLayer)));
        return ResponseEntity.accepted().body(Map.of("task", task.toString()));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw SnapshotMaking.refused("onemap.import-date", "date", text);
        }
    }
}
