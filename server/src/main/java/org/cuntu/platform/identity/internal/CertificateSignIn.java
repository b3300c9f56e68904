package org.cuntu.platform.identity.internal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose a client certificate is; not expired, the account in use and not locked. */
@Component
class CertificateSignIn {
    private final AccountTable accounts;
    private final SignInCheck check;
    private final ProofLog proof;
    private final CityClock clock;

    CertificateSignIn(AccountTable accounts, SignInCheck check, ProofLog proof, CityClock clock) {
        this.accounts = accounts;
        this.check = check;
        this.proof = proof;
        this.clock = clock;
    }

    /** SHA-256 of the certificate, hexadecimal: by it an account is bound to it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return Hashed.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The account; empty when it is nobody's. */
    @Transactional
    public Optional<String> pass(@Nullable X509Certificate certificate) {
        Instant now = clock.now();
        Optional<AccountRow> account = certificate == null || !isValid(certificate, now)
                ? Optional.empty()
                : accounts.findByCertificate(fingerprint(certificate))
                        .filter(row -> row.enabled() && !row.isLocked(now) && !check.isForgotten(row, now));
        String id = account.map(AccountRow::id).orElse(null);
        if (id == null) {
            proof.append(new ProofAct("unknown", "identity:session:refuse", "certificate", null));
            return Optional.empty();
        }
        accounts.setSignedIn(id, now);
        proof.append(new ProofAct(id, "identity:session:open", id, null));
        return Optional.of(id);
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return false;
        }
    }
}
