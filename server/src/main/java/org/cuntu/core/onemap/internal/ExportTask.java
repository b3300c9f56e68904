package org.cuntu.core.onemap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cuntu.core.onemap.LayerExport;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.engine.format.InputLimits;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteReader;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.formats.LayerFiles;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes an export and then, in one transaction, its proof entry: a file without an entry is a draft that nobody can fetch, and a
 * run after a crash writes it anew. (The square kilometres that one account may take away in sum are a later issue's.)
 */
@Component
class ExportTask implements TaskKind {
    private final RegisterFile register;
    private final SnapshotStore store;
    private final Files files;
    private final LayerFiles writers;
    private final ExportFolder folder;
    private final LayerSight sight;
    private final ExportReach reach;
    private final CityClock clock;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    ExportTask(
            RegisterFile register,
            SnapshotStore store,
            Files files,
            LayerFiles writers,
            ExportFolder folder,
            LayerSight sight,
            ExportReach reach,
            CityClock clock,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.register = register;
        this.store = store;
        this.files = files;
        this.writers = writers;
        this.folder = folder;
        this.sight = sight;
        this.reach = reach;
        this.clock = clock;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return LayerExport.TASK;
    }

    @Override
    public TaskResult run(TaskContext context) throws IOException {
        ExportParams order = ExportParams.of(context.params());
        RegisteredLayer layer = SnapshotMaking.layer(register, order.layer());
        // what a role may see can have changed since it was asked for
        if (!sight.sees(layer.entry())) throw SnapshotMaking.refused("onemap.unknown-layer", "layer", order.layer());
        ExportReach.Parts parts = reach.of(layer.entry(), order.asOf() == null ? clock.today() : order.asOf());
        folder.sweep();
        Path draft = folder.draft(context.id());
        try (SnapshotStore.Lease lease = store.open(order.hash())) {
            ExportedRows rows = ExportedRows.of(
                    lease.snapshot(),
                    own(parts, Conditions.of(order.where(), lease.snapshot().schema())),
                    site(order),
                    order.box(),
                    context);
            LayerContent content = new LayerContent(
                    order.layer(),
                    layer.entry().zh() + (order.invented() ? "（虚构数据）" : ""),
                    lease.snapshot().schema().fields(),
                    order.system(),
                    rows.size(),
                    rows,
                    lease.snapshot().dimension());
            List<Problem> warnings = new ArrayList<>(writers.write(order.format(), content, draft));
            if (!parts.digits().isEmpty())
                warnings.add(Problem.warning(
                        "onemap.export-part", Problem.Place.UNKNOWN, "divisions", String.join(", ", parts.digits())));
            if (order.invented()) warnings.add(Problem.warning("onemap.export-invented", Problem.Place.UNKNOWN));
            return finished(context, order, rows, draft, warnings);
        } finally {
            java.nio.file.Files.deleteIfExists(draft);
        }
    }

    private static FeatureFilter own(ExportReach.Parts parts, FeatureFilter wanted) {
        return (snapshot, feature) -> wanted.accepts(snapshot, feature) && parts.has(snapshot, feature);
    }

    private @Nullable SiteFile site(ExportParams order) throws IOException {
        if (order.within() == null) return null;
        Crs stated = order.withinCrs() == null ? null : ExportParams.crs(order.withinCrs());
        String name = Objects.requireNonNullElse(order.withinName(), "site");
        return SiteReader.read(files.checked(order.within()), name, stated, InputLimits.SITE);
    }

    private TaskResult finished(
            TaskContext context, ExportParams order, ExportedRows rows, Path draft, List<Problem> warnings)
            throws IOException {
        String sha256 = sha256(draft);
        long bytes = java.nio.file.Files.size(draft);
        String measure = rows.measure();
        FileFormat format = order.format();
        Path file = folder.file(context.id(), format.ending());
        java.nio.file.Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        String object = "%s %s %s %d features %s"
                .formatted(
                        order.layer(),
                        format.name().toLowerCase(java.util.Locale.ROOT),
                        order.hash().substring(0, 20),
                        rows.size(),
                        measure);
        transaction.executeWithoutResult(status -> proof.append(
                new ProofAct(actor.id(), "onemap:layer:export", object, sha256).on(Box.of(rows.bounds()))));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("layer", order.layer());
        values.put("hash", order.hash());
        values.put("format", format.name());
        values.put("features", rows.size());
        rows.putMeasure(values);
        values.put("bytes", bytes);
        values.put("sha256", sha256);
        values.put("name", order.name());
        return new TaskResult(values, warnings);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = java.nio.file.Files.newInputStream(file);
                DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
