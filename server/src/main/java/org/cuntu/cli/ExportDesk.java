package org.cuntu.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Exports a layer for the command line: in the command's own process and at the server that it speaks to. */
interface ExportDesk {
    /**
     * Returns when the task has ended well.
     *
     * @param within a file with a site; null: everywhere
     * @return the answer's id is the file's name in the home's {@code tmp/exports}
     */
    Answer exportLayer(ExportOrder order, @Nullable Path within, ImportDesk.Progress progress);
}
