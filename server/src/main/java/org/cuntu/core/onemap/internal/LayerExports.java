package org.cuntu.core.onemap.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerExport;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.platform.formats.FileFormat;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskState;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.stereotype.Component;

@Component
class LayerExports implements LayerExport {
    private static final int LONGEST_CONDITION = 300;

    private final Baselines baselines;
    private final LayerSight sight;
    private final Tasks tasks;
    private final ExportFolder folder;

    LayerExports(Baselines baselines, LayerSight sight, Tasks tasks, ExportFolder folder) {
        this.baselines = baselines;
        this.sight = sight;
        this.tasks = tasks;
        this.folder = folder;
    }

    @Override
    public TaskId submit(Order order) {
        Baseline.Layer layer = baselines.resolveAll(order.asOf(), order.known()).layers().stream()
                .filter(one -> one.entry().code().equals(order.layer()) && sight.sees(one.entry()))
                .findFirst()
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-layer", "layer", order.layer()));
        SnapshotRef snapshot = layer.snapshot();
        if (snapshot == null) throw SnapshotMaking.refused("onemap.export-no-version", "layer", order.layer());
        check(order, layer);
        return tasks.submit(TASK, ExportParams.of(order, snapshot).params());
    }

    /** What can be refused at once is. */
    private static void check(Order order, Baseline.Layer layer) {
        for (String condition : order.where())
            if (condition.length() > LONGEST_CONDITION || condition.contains("\n"))
                throw SnapshotMaking.refused("onemap.export-condition-long", "most", LONGEST_CONDITION);
        Conditions.of(order.where(), layer.entry().schema());
        if (order.crs() != null) ExportParams.crs(order.crs());
        double[] box = order.box();
        if (box != null && (box.length != 4 || !(box[0] <= box[2]) || !(box[1] <= box[3])))
            throw SnapshotMaking.refused("onemap.export-box");
    }

    @Override
    public Optional<ExportFile> find(TaskId task) {
        return tasks.find(task)
                .filter(view -> view.kind().equals(TASK) && view.state() == TaskState.DONE)
                .flatMap(this::file);
    }

    private Optional<ExportFile> file(TaskView view) {
        Map<String, Object> result = Objects.requireNonNull(view.result());
        FileFormat format = FileFormat.valueOf(String.valueOf(result.get("format")));
        Path path = folder.file(view.id(), format.ending());
        if (!java.nio.file.Files.exists(path)) return Optional.empty();
        String layer = String.valueOf(result.get("layer"));
        return Optional.of(new ExportFile(path, String.valueOf(result.get("name")), format.mediaType(), layer));
    }
}
