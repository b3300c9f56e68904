package org.cuntu.cli;

import java.nio.file.Path;

/** Imports a layer for the command line: in the command's own process and at the server that it speaks to. */
interface ImportDesk {
    /** Returns when the task has ended well; the layer is released then. */
    Answer importLayer(ImportOrder order, Path file, String fileName, Console progress);
}
