package org.cuntu.platform.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a check came to.
 *
 * @param kind what the file was
 * @param log the log's name
 * @param entries checked
 * @param total entries of the log that the newest head covers
 * @param root of the newest head
 * @param heads whose roots were compared
 * @param signatures that were checked; of many heads some are taken, evenly, and all where something is wrong
 * @param keys that signed
 * @param trusted whether the keys were given, and not taken from the file itself
 * @param witnessed heads of the witness that were compared
 * @param findings the first is the first in the log; none: all is as it was signed
 * @param said what the one entry of a {@link Kind#PAPER} says; null for a log
 */
public record Checked(
        Kind kind,
        String log,
        long entries,
        long total,
        String root,
        long heads,
        long signatures,
        List<ProofKey> keys,
        boolean trusted,
        long witnessed,
        List<Finding> findings,
        @Nullable Said said) {
    /** LOG: a whole log. SELECTION: some entries, each with its path; that none is left out cannot be seen. PAPER: one review or entry. */
    public enum Kind {
        LOG,
        SELECTION,
        PAPER
    }

    /**
     * What one entry says, in its own words: by this whoever holds a paper sees that the proof is that paper's.
     *
     * @param digest of what the act was about, hexadecimal; null when it names none
     */
    public record Said(
            long number,
            String act,
            String actor,
            String at,
            String object,
            @Nullable String digest) {
        static Said of(ProofPaper paper) {
            JsonNode body = ProofJson.read(paper.body());
            return new Said(
                    paper.number(),
                    body.path("act").asString(""),
                    body.path("actor").asString(""),
                    body.path("at").asString(""),
                    body.path("object").asString(""),
                    body.path("digest").asString(null));
        }
    }

    public Checked {
        keys = List.copyOf(keys);
        findings = List.copyOf(findings);
    }

    public boolean isGenuine() {
        return findings.isEmpty();
    }
}
