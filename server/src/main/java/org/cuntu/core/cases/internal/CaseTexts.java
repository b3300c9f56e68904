package org.cuntu.core.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.cuntu.platform.database.DbTime;
import org.cuntu.platform.database.LongTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms and sites of cases; every version of a form stays. What writes is called inside a transaction that holds the case. */
@Component
class CaseTexts {
    private final JdbcClient jdbc;
    private final LongTexts texts;

    CaseTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.texts = new LongTexts(jdbc);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the version that holds now: another one only when the text is another */
    int keepForm(UUID caseId, int version, String form, String by, Instant at) {
        if (version > 0 && form(caseId, version).equals(form)) return version;
        int next = version + 1;
        jdbc.sql(
                        "insert into case_form (case_id, version, sha256, by_whom, at) values (:id, :version, :sha256, :by, :at)")
                .param("id", caseId)
                .param("version", next)
                .param("sha256", sha256(form))
                .param("by", by)
                .param("at", DbTime.of(at))
                .update();
        texts.put(formId(caseId, next), form);
        return next;
    }

    String form(UUID caseId, int version) {
        return version == 0 ? "{}" : texts.find(formId(caseId, version)).orElse("{}");
    }

    void keepSite(UUID caseId, String hash, String site) {
        texts.put(siteId(caseId, hash), site);
    }

    @Nullable
    String site(UUID caseId, @Nullable String hash) {
        return hash == null ? null : texts.find(siteId(caseId, hash)).orElse(null);
    }

    void remove(CaseRow row) {
        for (int version = 1; version <= row.formVersion(); version++) texts.remove(formId(row.id(), version));
        if (row.siteHash() != null) texts.remove(siteId(row.id(), row.siteHash()));
    }

    private static String formId(UUID caseId, int version) {
        return "case/" + caseId + "/form/" + version;
    }

    private static String siteId(UUID caseId, String hash) {
        return "case/" + caseId + "/site/" + hash.substring(0, 40);
    }
}
