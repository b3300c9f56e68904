package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.platform.audit.ProofKeys;
import org.cuntu.platform.proof.Checked;
import org.cuntu.platform.proof.Finding;
import org.cuntu.platform.proof.LogCheck;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger checks a review with nothing but its file and the public key. */
class ReviewProofOverHttpTest {
    private static final String SITE =
            "{\"name\":\"示范厂房\",\"crs\":\"EPSG:4490\",\"plots\":[{\"number\":\"1\",\"name\":\"\",\"use\":\"\","
                    + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[109.4,24.3],[109.402,24.3],[109.402,24.302],[109.4,24.3]]]}}],"
                    + "\"project\":{\"kind\":\"batch\",\"purpose\":\"1001\",\"level\":\"ordinary\",\"documents\":[]}}";

    @TempDir
    Path folder;

    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk reviewer = Talk.as(application, "reviewer");

    @Test
    void theProofOfAReviewChecksWithItsFileAndTheKey() throws IOException {
        Checked checked = check(proof());

        assertThat(checked.kind()).isEqualTo(Checked.Kind.PAPER);
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void aFigureOfTheReviewThatWasChangedIsFound() throws IOException {
        String proof = proof();
        int at = proof.indexOf("legalArea");
        int digit = at;
        while (!Character.isDigit(proof.charAt(digit))) digit++;
        char other = proof.charAt(digit) == '9' ? '8' : '9';

        String forged = proof.substring(0, digit) + other + proof.substring(digit + 1);

        assertThat(check(forged).findings()).extracting(Finding::kind).containsExactly(Finding.Kind.PAPER_CHANGED);
    }

    private String proof() {
        String id = reviewer.send("POST", "/api/reviews", "application/json", SITE)
                .json()
                .path("id")
                .asString();
        Talk.Answer answer = reviewer.get("/api/reviews/" + id + "/proof.json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private Checked check(String proof) throws IOException {
        List<ProofKey> keys = application.bean(ProofKeys.class).listAll().stream()
                .map(ProofKeys.Known::key)
                .toList();
        return LogCheck.check(Files.writeString(folder.resolve("proof.json"), proof), keys, List.of());
    }
}
