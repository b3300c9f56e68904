package org.cuntu.core.conformity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.conformity.BatchRow;
import org.cuntu.core.conformity.Batches;
import org.cuntu.engine.format.Plot;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.GeoJsonTree;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.UploadName;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Batches over HTTP: made, watched, cancelled, taken up again; their rows, outlines and workbook; single rows kept. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/batches")
class BatchController {
    private static final int NEWEST = 100;

    private final Batches batches;
    private final BatchJson json;
    private final BatchWorkbook workbook;
    private final UploadedSite uploads;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    BatchController(
            Batches batches,
            BatchJson json,
            BatchWorkbook workbook,
            UploadedSite uploads,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.batches = batches;
        this.json = json;
        this.workbook = workbook;
        this.uploads = uploads;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("conformity:batch:create")
    ResponseEntity<Map<String, @Nullable Object>> create(
            @RequestParam MultipartFile file, @RequestParam("request") String text, HttpServletRequest request) {
        JsonNode body = RequestJson.tree(text);
        String crs = body.path("crs").asString("").strip();
        Batch batch = uploads.keep(
                file,
                path -> batches.create(
                        new Batch.Order(
                                UploadName.of(file), crs.isEmpty() ? null : crs, RequestJson.withoutPlots(body)),
                        path));
        return ResponseEntity.created(URI.create("/api/batches/" + batch.id()))
                .cacheControl(CacheControl.noStore())
                .body(json.batch(batch, Languages.of(request)));
    }

    @GetMapping
    @Requires("conformity:batch:read")
    List<Map<String, @Nullable Object>> list(HttpServletRequest request) {
        Locale locale = Languages.of(request);
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Batch batch : batches.listNewest(NEWEST)) list.add(json.batch(batch, locale));
        read("list", "newest");
        return list;
    }

    /** A batch and how far it is; watching its progress is no read of its own. */
    @GetMapping("/{id}")
    @Requires("conformity:batch:read")
    Map<String, @Nullable Object> show(@PathVariable String id, HttpServletRequest request) {
        return json.batch(batch(id), Languages.of(request));
    }

    /**
     * The rows behind a position.
     *
     * @param after 0: from the first, which is the explicit read
     */
    @GetMapping("/{id}/rows")
    @Requires("conformity:batch:read")
    Map<String, Object> rows(
            @PathVariable String id, @RequestParam(defaultValue = "0") int after, HttpServletRequest request) {
        Batch batch = batch(id);
        if (after == 0) read("read", id);
        return json.rows(batch, batches.listRows(batch, after), Languages.of(request));
    }

    /** The outlines of the sound plots, GeoJSON in EPSG:4490. */
    @GetMapping("/{id}/plots")
    @Requires("conformity:batch:read")
    Map<String, Object> plots(@PathVariable String id, @RequestParam(defaultValue = "0") int after) {
        List<Object> features = new ArrayList<>();
        for (BatchRow row : batches.listRows(batch(id), after)) {
            String site = row.site();
            if (site == null) continue;
            Plot plot = SiteText.read(site).getFirst();
            Map<String, Object> feature = new LinkedHashMap<>();
            feature.put("type", "Feature");
            feature.put("id", row.position());
            feature.put("properties", Map.of());
            feature.put("geometry", GeoJsonTree.of(plot.shape().toGeodetic().geometry()));
            features.add(feature);
        }
        return Map.of("type", "FeatureCollection", "features", features);
    }

    @GetMapping("/{id}/report.xlsx")
    @Requires("conformity:batch:read")
    ResponseEntity<byte[]> report(@PathVariable String id, HttpServletRequest request) throws IOException {
        Batch batch = batch(id);
        byte[] book = workbook.of(batch, batches.sums(batch), batches.listRows(batch, 0), Languages.of(request));
        read("export", id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"" + id + ".xlsx\"")
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .body(book);
    }

    @PostMapping("/{id}/cancel")
    @Requires("conformity:batch:cancel")
    Map<String, @Nullable Object> cancel(@PathVariable String id, HttpServletRequest request) {
        batches.cancel(batch(id));
        return show(id, request);
    }

    @PostMapping("/{id}/resume")
    @Requires("conformity:batch:resume")
    Map<String, @Nullable Object> resume(@PathVariable String id, HttpServletRequest request) {
        batches.resume(batch(id));
        return show(id, request);
    }

    /** Keeps the review of one row; {@code proof} is the receipt, null when it was kept before. */
    @PostMapping("/{id}/rows/{position}/review")
    @Requires("conformity:review:create")
    Map<String, @Nullable Object> keep(@PathVariable String id, @PathVariable int position) {
        Batches.Kept kept = batches.keep(batch(id), position);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("review", kept.review());
        tree.put("proof", kept.leaf());
        return tree;
    }

    private Batch batch(String id) {
        return batches.find(id).orElseThrow(() -> ProblemAnswer.notFound("batch.unknown", "id", id));
    }

    private void read(String verb, String object) {
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(actor.id(), "conformity:batch:" + verb, object, null)));
    }
}
