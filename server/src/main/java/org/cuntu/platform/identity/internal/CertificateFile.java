package org.cuntu.platform.identity.internal;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** A client certificate as a file holds it: PEM, or DER as base64 (X.509, RFC 5280; also with a key on sm2p256v1). */
final class CertificateFile {
    private static final int LONGEST = 64_000;
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    // not the JDK's own, which reads no key on the Chinese curve
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private CertificateFile() {}

    /**
     * Of several the first, which is the holder's.
     *
     * @throws InputRefused {@code identity.certificate-unreadable}; {@code identity.certificate-private} when the file holds a
     *     private key
     */
    static X509Certificate read(String text) {
        if (text.contains("PRIVATE KEY")) throw refused("identity.certificate-private");
        if (text.length() > LONGEST) throw refused("identity.certificate-unreadable");
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64(text));
            CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
            if (factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate)
                return certificate;
        } catch (CertificateException | RuntimeException e) {
            // said below
        }
        throw refused("identity.certificate-unreadable");
    }

    private static String base64(String text) {
        int begin = text.indexOf(BEGIN);
        if (begin < 0) return text;
        int end = text.indexOf(END, begin);
        if (end < 0) throw refused("identity.certificate-unreadable");
        return text.substring(begin + BEGIN.length(), end);
    }

    private static InputRefused refused(String code) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN));
    }
}
