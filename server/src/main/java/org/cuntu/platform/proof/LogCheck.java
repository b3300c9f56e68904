package org.cuntu.platform.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The check of a file that somebody took away: an exported log, a selection of it, or the proof of one review or entry. Needs
 * the file and, better, the public key from another hand, and the heads of a witness.
 *
 * <p>What it can see: with the file alone that it is in itself whole; with the key that the log's keeper signed it; with a
 * witness that it was neither cut nor written anew since.
 */
public final class LogCheck {
    private LogCheck() {}

    /**
     * @param keys that are trusted; empty: those of the file, which then proves nothing against its keeper
     * @param witness heads that a witness holds; may be empty
     * @throws InputRefused when the file is none of these
     */
    public static Checked check(Path file, List<ProofKey> keys, List<SignedHead> witness) throws IOException {
        if (ExportFile.isOne(file)) {
            try (ExportFile export = ExportFile.open(file)) {
                return export.isSelection()
                        ? SelectionCheck.of(export, keys, witness)
                        : new WholeCheck(export, keys, witness).run();
            }
        }
        String name = String.valueOf(file.getFileName());
        try {
            JsonNode tree = ProofJson.read(Files.readAllBytes(file));
            if (tree.path("schema").asString("").equals(ProofPaper.SCHEMA))
                return PaperCheck.of(ProofPaper.of(tree), keys, witness);
        } catch (InputRefused e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InputRefused(Problem.refused("proof.unreadable", Problem.Place.file(name)));
        }
        throw new InputRefused(Problem.refused("proof.unreadable", Problem.Place.file(name)));
    }
}
