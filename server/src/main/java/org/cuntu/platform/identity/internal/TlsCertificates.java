package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.cuntu.platform.identity.ClientCertificates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What the container verified during the TLS handshake (Servlet 6, attribute of the request). */
@Component
@ConditionalOnWebApplication
class TlsCertificates implements ClientCertificates {
    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    @Override
    public Optional<X509Certificate> find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }
}
