package org.cuntu.business.survey.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cuntu.business.survey.SurveyLayer;

/** Names of counted figures by what they were made of. */
final class Names {
    /** The version of what is counted and of how it is kept: another one is another name. */
    private static final String VERSION = "1";

    private Names() {}

    static String tally(SurveyLayer layer, String snapshot, String villages) {
        return "tally-" + sha256(VERSION + layer + snapshot + villages).substring(0, 40);
    }

    static String flows(SurveyLayer layer, String before, String after) {
        return "flows-" + sha256(VERSION + layer + before + after).substring(0, 40);
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
