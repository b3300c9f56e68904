package org.cuntu.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The client certificate behind a request (UKey, 等保三级 8.1.4.1 item 7): a port, so that a city's own gateway can say who
 * came. As delivered it is the one that TLS asked for and verified ({@code server.ssl.client-auth}); nobody's header is
 * believed. A certificate stands for the account that the security administrator bound it to.
 */
public interface ClientCertificates {
    /** Verified by whoever ended the TLS connection; empty when there was none. */
    Optional<X509Certificate> find(HttpServletRequest request);
}
