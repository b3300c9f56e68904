package org.cuntu.platform.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The heads that a witness was handed, one a line as JSON; other lines, of a mail for example, are passed over. A line may
 * carry the public key, which is then only a hint.
 */
public final class WitnessFile {
    private WitnessFile() {}

    /**
     * By total, each once.
     *
     * @throws InputRefused when it holds no head
     */
    public static List<SignedHead> read(Path file) throws IOException {
        List<SignedHead> heads = new ArrayList<>();
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
            String text = line.strip();
            if (!text.startsWith("{") || !text.contains("\"head\"")) continue;
            try {
                JsonNode node = ProofJson.read(text);
                heads.add(ProofJson.head(node));
            } catch (RuntimeException e) {
                // a line that is broken is no head; that there are others is what counts
            }
        }
        if (heads.isEmpty())
            throw new InputRefused(
                    Problem.refused("proof.no-witness", Problem.Place.file(String.valueOf(file.getFileName()))));
        return heads.stream()
                .distinct()
                .sorted(Comparator.comparingLong(
                        (SignedHead signed) -> signed.head().total()))
                .toList();
    }
}
