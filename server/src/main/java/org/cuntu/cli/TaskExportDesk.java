package org.cuntu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.onemap.LayerExport;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The export is made as a task, as one that the page asks for is; the command waits for its end. */
@Component
class TaskExportDesk implements ExportDesk {
    private final Files files;
    private final LayerExport exports;
    private final TaskEnd tasks;

    TaskExportDesk(Files files, LayerExport exports, TaskEnd tasks) {
        this.files = files;
        this.exports = exports;
        this.tasks = tasks;
    }

    @Override
    public Answer exportLayer(ExportOrder order, @Nullable Path within, ImportDesk.Progress progress) {
        FileRef site = within == null ? null : kept(within, order.withinName());
        TaskView ended = tasks.await(exports.submit(wanted(order, site)), progress);
        Map<String, Object> result = TaskEnd.result(ended);
        String text = CliWords.of(order.language())
                .say(
                        "export.done",
                        "layer",
                        result.get("layer"),
                        "features",
                        result.get("features"),
                        "area",
                        result.get("area"),
                        "bytes",
                        result.get("bytes"),
                        "sha256",
                        result.get("sha256"));
        List<Sentence> warnings = ended.problems().stream()
                .map(warning -> Sentence.of(warning, Locale.of(order.language())))
                .toList();
        String file = ended.id() + "." + order.format().ending();
        return new Answer((text + "\n").getBytes(StandardCharsets.UTF_8), file, warnings);
    }

    private FileRef kept(Path file, String fileName) {
        try (ShapefileBundle bundle = ShapefileBundle.of(file, fileName);
                InputStream content = java.nio.file.Files.newInputStream(bundle.file())) {
            return files.keep(content, bundle.name(), "application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LayerExport.Order wanted(ExportOrder order, @Nullable FileRef site) {
        return new LayerExport.Order(
                order.layer(),
                order.format(),
                order.asOf() == null ? null : LocalDate.parse(order.asOf()),
                order.known(),
                order.crs(),
                order.where(),
                site == null ? null : site.sha256(),
                site == null ? null : site.name(),
                order.withinCrs(),
                null);
    }
}
