package org.cuntu.platform.backup.internal;

import java.io.IOException;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** What is wrong with an archive: a code of the message files, and where. */
final class ArchiveFault extends IOException {
    private final String code;
    private final String what;

    /** @param at byte of the archive */
    ArchiveFault(String code, long at) {
        this(code, "byte " + at);
    }

    /** @param what the entry or place that is wrong */
    ArchiveFault(String code, String what) {
        super(code + " " + what);
        this.code = code;
        this.what = what;
    }

    String code() {
        return code;
    }

    InputRefused refused(String file) {
        return new InputRefused(Problem.refused(code, Problem.Place.file(file), "at", what));
    }
}
