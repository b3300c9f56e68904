package org.cuntu.platform.oversight.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.Witnesses;
import org.cuntu.platform.identity.Requires;
import org.cuntu.platform.proof.ProofJson;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Where other units hand over heads of their logs. Nobody signs in: the head itself is signed, and only by a key whose
 * fingerprint stands in the settings is it kept.
 */
@RestController
@ConditionalOnWebApplication
class WitnessDoor {
    private static final int LONGEST = 16_000;

    private final Witnesses witnesses;

    WitnessDoor(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    @PostMapping("/api/witness/heads")
    @Requires(Requires.PUBLIC)
    ResponseEntity<Map<String, Object>> keep(HttpServletRequest request) throws IOException {
        SignedHead head;
        ProofKey key;
        try {
            JsonNode body = ProofJson.read(request.getInputStream().readNBytes(LONGEST));
            head = ProofJson.head(body);
            key = ProofJson.key(body.path("publicKey"));
        } catch (RuntimeException e) {
            throw new InputRefused(
                    Problem.refused("proof.witness-refused", Problem.Place.UNKNOWN, "why", "not a head"));
        }
        return ProofController.fresh(HeadController.tree(witnesses.keep(head, key)));
    }
}
