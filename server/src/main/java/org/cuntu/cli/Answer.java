package org.cuntu.cli;

import java.util.List;

/**
 * What a desk gives back.
 *
 * @param body the result, ready for stdout
 * @param id of the review that was kept; empty when none was
 * @param warnings what the reader must be told besides
 */
record Answer(byte[] body, String id, List<Sentence> warnings) {
    Answer {
        warnings = List.copyOf(warnings);
    }
}
