package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.onemap.LayerDeliveries;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.engine.format.FileLayers;
import org.cuntu.engine.format.SourceLayer;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.http.UploadName;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file before its submission and says which layers it holds, so that one can be chosen. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/submissions/uploads")
class UploadController {
    private final LayerDeliveries deliveries;
    private final LayerRegister register;
    private final LayerSight sight;
    private final SubmissionChecks checks;
    private final UploadTable uploads;
    private final UploadExpiry expiry;
    private final Files files;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    UploadController(
            LayerDeliveries deliveries,
            LayerRegister register,
            LayerSight sight,
            SubmissionChecks checks,
            UploadTable uploads,
            UploadExpiry expiry,
            Files files,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.register = register;
        this.sight = sight;
        this.checks = checks;
        this.uploads = uploads;
        this.expiry = expiry;
        this.files = files;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * @param layer the register's code that the file is for: the layer of that name is proposed
     * @param keys whether a text of keys is no file of features
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("intake:submission:create")
    ResponseEntity<Map<String, @Nullable Object>> add(
            @RequestParam MultipartFile file,
            @RequestParam String layer,
            @RequestParam(defaultValue = "false") boolean keys)
            throws IOException {
        if (register.findLayer(layer).filter(sight::sees).isEmpty())
            throw CandidateMaking.refused("onemap.unknown-layer", "layer", layer);
        String name = UploadName.of(file);
        checks.checkName(name);
        FileRef kept = Uploads.keep(file, files);
        FileLayers held = keys && PackageKeys.isText(name)
                ? new FileLayers(List.of(), FileLayers.Naming.NONE)
                : deliveries.layers(layer, kept.sha256(), name);
        UploadTable.Upload upload = add(kept, name, layer);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", upload.id());
        tree.put("name", name);
        tree.put("size", upload.size());
        tree.put("keptUntil", expiry.end(upload).toString());
        tree.put("naming", held.naming().name());
        tree.put("layers", held.layers().stream().map(each -> tree(each, layer)).toList());
        return ResponseEntity.created(URI.create("/api/submissions/uploads/" + upload.id()))
                .cacheControl(CacheControl.noStore())
                .body(tree);
    }

    private UploadTable.Upload add(FileRef kept, String name, String layer) {
        return Objects.requireNonNull(transaction.execute(status -> {
            String by = actor.id();
            proof.append(new ProofAct(by, "intake:submission:upload", "upload for " + layer, kept.sha256()));
            return uploads.add(kept, name, by);
        }));
    }

    private static Map<String, @Nullable Object> tree(SourceLayer each, String layer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", each.name());
        tree.put("features", each.features());
        tree.put("geometry", each.dimension() == null ? null : each.dimension().name());
        tree.put("proposed", each.name().equalsIgnoreCase(layer));
        return tree;
    }
}
