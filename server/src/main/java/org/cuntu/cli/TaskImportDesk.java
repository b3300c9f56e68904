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
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.TaskView;
import org.springframework.stereotype.Component;

/** The file is kept and imported as a task, as one that came by the page is; the command waits for its end. */
@Component
class TaskImportDesk implements ImportDesk {
    private final Files files;
    private final LayerImport imports;
    private final TaskEnd tasks;
    private final CityClock clock;

    TaskImportDesk(Files files, LayerImport imports, TaskEnd tasks, CityClock clock) {
        this.files = files;
        this.imports = imports;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Answer importLayer(ImportOrder order, Path file, String fileName, Progress progress) {
        Locale locale = Locale.of(order.language());
        TaskView ended = tasks.await(imports.submit(wanted(order, kept(file, fileName), fileName)), progress);
        Map<String, Object> result = TaskEnd.result(ended);
        String text = CliWords.of(order.language())
                .say(
                        "import.done",
                        "layer",
                        result.get("layer"),
                        "features",
                        result.get("features"),
                        "hash",
                        result.get("hash"),
                        "knownFrom",
                        result.get("knownFrom"));
        List<Sentence> warnings = ended.problems().stream()
                .map(warning -> Sentence.of(warning, locale))
                .toList();
        return new Answer((text + "\n").getBytes(StandardCharsets.UTF_8), "", warnings);
    }

    private FileRef kept(Path file, String fileName) {
        try (ShapefileBundle bundle = ShapefileBundle.of(file, fileName);
                InputStream content = java.nio.file.Files.newInputStream(bundle.file())) {
            return files.keep(content, bundle.name(), "application/octet-stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LayerImport.Order wanted(ImportOrder order, FileRef kept, String fileName) {
        return new LayerImport.Order(
                kept.sha256(),
                kept.name(),
                order.layer(),
                order.inForceFrom() == null ? clock.today() : LocalDate.parse(order.inForceFrom()),
                order.source().isBlank() ? fileName : order.source(),
                order.crs(),
                order.ground(),
                order.correction(),
                order.invented(),
                order.sourceLayer());
    }
}
