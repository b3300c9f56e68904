package org.cuntu.platform.audit.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.proof.CanonicalText;
import org.cuntu.platform.proof.HashKind;

/**
 * An act as it is hashed and kept.
 *
 * @param body RFC 8785 JSON with text members only
 * @param salts of the personal values, by name, hexadecimal
 */
record CanonicalAct(String body, Map<String, String> salts) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static CanonicalAct of(UUID id, ProofAct act, Instant at, HashKind hash) {
        Map<String, String> members = new HashMap<>();
        members.put("act", act.act());
        members.put("actor", act.actor());
        members.put("at", at.toString());
        if (act.box() != null) members.put("box", act.box().text());
        if (act.digest() != null) members.put("digest", act.digest());
        members.put("id", id.toString());
        members.put("object", act.object());
        Map<String, String> salts = new HashMap<>();
        act.personal().forEach((name, value) -> {
            byte[] salt = new byte[16];
            RANDOM.nextBytes(salt);
            salts.put(name, HexFormat.of().formatHex(salt));
            members.put("personal:" + name, hash.personal(salt, value));
        });
        return new CanonicalAct(CanonicalText.of(members), salts);
    }
}
