package org.cuntu.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a command's work is done: in this process, or at the server that holds the home. The answers are the same. */
interface Desk extends AutoCloseable {
    Answer review(ReviewOrder order, Path file, String fileName);

    /** Makes a stored review anew; {@code identical} and the differences as text or JSON. */
    Answer replay(String id, ReviewOrder.Format format, String language);

    /** Imports a layer; returns when the task has ended. */
    Answer importLayer(ImportOrder order, Path file, String fileName, Console progress);

    /** Exports a layer; returns when the task has ended. */
    Answer exportLayer(ExportOrder order, @Nullable Path within, Console progress);

    @Override
    void close();
}
