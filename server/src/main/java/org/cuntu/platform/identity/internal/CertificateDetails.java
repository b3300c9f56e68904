package org.cuntu.platform.identity.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a client certificate: of the names only those that say who and where, since others may hold an identity
 * number.
 *
 * @param fingerprint SHA-256, hexadecimal
 * @param subject {@code CN=…, OU=…, O=…}; empty when only the fingerprint is known, as issuer and serial
 * @param serial hexadecimal
 * @param until the last instant of its validity
 */
record CertificateDetails(
        String fingerprint,
        String subject,
        String issuer,
        String serial,
        @Nullable Instant from,
        @Nullable Instant until) {
    private static final Set<String> KEPT = Set.of("CN", "OU", "O");
    private static final int LONGEST = 300;

    static CertificateDetails of(X509Certificate certificate) {
        return new CertificateDetails(
                CertificateSignIn.fingerprint(certificate),
                name(certificate.getSubjectX500Principal()),
                name(certificate.getIssuerX500Principal()),
                cut(certificate.getSerialNumber().toString(16), 100),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** @throws InputRefused {@code identity.fingerprint} when it is none */
    static CertificateDetails ofFingerprint(String fingerprint) {
        return new CertificateDetails(refuseIllFormed(fingerprint), "", "", "", null, null);
    }

    /** As a proposal of two persons keeps it. */
    Map<String, String> content() {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("fingerprint", fingerprint);
        content.put("subject", subject);
        content.put("issuer", issuer);
        content.put("serial", serial);
        content.put("from", from == null ? "" : from.toString());
        content.put("until", until == null ? "" : until.toString());
        return content;
    }

    static CertificateDetails of(Map<String, String> content) {
        return new CertificateDetails(
                refuseIllFormed(content.getOrDefault("fingerprint", "")),
                content.getOrDefault("subject", ""),
                content.getOrDefault("issuer", ""),
                content.getOrDefault("serial", ""),
                time(content.getOrDefault("from", "")),
                time(content.getOrDefault("until", "")));
    }

    /** @throws InputRefused {@code identity.certificate-over} when it is not valid any more */
    void refuseOver(Instant now, String day) {
        if (until != null && until.isBefore(now))
            throw new InputRefused(Problem.refused("identity.certificate-over", Problem.Place.UNKNOWN, "day", day));
    }

    private static String refuseIllFormed(String fingerprint) {
        if (!fingerprint.matches("[0-9a-f]{64}"))
            throw new InputRefused(Problem.refused("identity.fingerprint", Problem.Place.UNKNOWN));
        return fingerprint;
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static String name(X500Principal principal) {
        try {
            List<String> parts = new ArrayList<>();
            List<Rdn> names = new LdapName(principal.getName(X500Principal.RFC2253)).getRdns();
            for (Rdn name : names.reversed())
                if (KEPT.contains(name.getType()) && name.getValue() instanceof String text)
                    parts.add(name.getType() + "=" + text.replaceAll("\\p{Cntrl}", ""));
            return cut(String.join(", ", parts), LONGEST);
        } catch (InvalidNameException e) {
            return "";
        }
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
