package org.cuntu.platform.audit;

import java.io.IOException;
import java.io.OutputStream;

/** The log as a file that is checked without this installation: {@code ./cuntu verify}. Thread safe. */
public interface ProofExports {
    /**
     * Writes a zip while it reads, however long the log is: all entries that the newest head covers; or, for a query, those
     * of them that it finds, each with its path. Personal values are not in it. Its own act is the caller's to write, before.
     */
    void write(ProofQuery query, String by, OutputStream out) throws IOException;
}
