package org.cuntu.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
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

    /**
     * Gives up one keeping of a file, with its proof entry; joins the caller's transaction. Every other keeping of the same content
     * stands. Nothing is done when the keeping was given up before.
     *
     * @param by who kept it
     * @param at by when: the last keeping until then is meant
     */
    void giveUp(String sha256, String by, Instant at);

    /**
     * Removes the content that nobody keeps any more. It stays as long as a backup reads, and for an hour after it was last handed in,
     * for a keeping may be under way that nobody sees yet: whoever asks comes again later.
     *
     * @return whether nothing is left to be done: it is gone, or somebody keeps it
     */
    boolean removeUnkept(String sha256) throws IOException;
}
