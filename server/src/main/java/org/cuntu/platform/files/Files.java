package org.cuntu.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The files that were handed in, by content (contracts 8, 12). Thread safe. */
public interface Files {
    /**
     * Keeps a file: content first, then its row and its proof entry in one transaction (joins the caller's).
     *
     * @param content read to its end, not closed
     * @throws org.cuntu.engine.problem.InputRefused when it is longer than the upload limit; nothing is kept
     */
    FileRef keep(InputStream content, String name, String mediaType) throws IOException;

    /** What was said of the file when it was first kept; empty when no such file was kept. */
    Optional<FileRef> find(String sha256);

    /**
     * Opens a kept file.
     *
     * @throws java.nio.file.NoSuchFileException when it is not there
     */
    InputStream open(String sha256) throws IOException;

    /** Where a kept file lies, for whoever copies it; never write there. */
    Path path(String sha256);

    /**
     * The same for whoever reads what is in it: its bytes are compared with its hash first, so that a file that was exchanged
     * on the disk between the upload and its use is found and not judged.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code files.changed}
     * @throws java.nio.file.NoSuchFileException when it is not there
     */
    Path checked(String sha256) throws IOException;
}
