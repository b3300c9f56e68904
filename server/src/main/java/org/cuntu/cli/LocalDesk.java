package org.cuntu.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The work is done in this process, by the application without its web server. */
final class LocalDesk implements Desk {
    private final ConfigurableApplicationContext application;

    LocalDesk(ConfigurableApplicationContext application) {
        this.application = application;
    }

    @Override
    public Answer review(ReviewOrder order, Path file, String fileName) {
        return application.getBean(ReviewDesk.class).review(order, file, fileName);
    }

    @Override
    public Answer replay(String id, ReviewOrder.Format format, String language) {
        return application.getBean(ReviewDesk.class).replay(id, format, language);
    }

    @Override
    public Answer importLayer(ImportOrder order, Path file, String fileName, Console progress) {
        return application
                .getBean(ImportDesk.class)
                .importLayer(
                        order,
                        file,
                        fileName,
                        (done, total, unit) ->
                                progress.progress("import.progress", "done", done, "total", total, "unit", unit));
    }

    @Override
    public Answer exportLayer(ExportOrder order, @Nullable Path within, Console progress) {
        return application
                .getBean(ExportDesk.class)
                .exportLayer(
                        order,
                        within,
                        (done, total, unit) ->
                                progress.progress("import.progress", "done", done, "total", total, "unit", unit));
    }

    @Override
    public void close() {
        application.close();
    }
}
