package org.cuntu.platform.home.internal;

import java.util.Arrays;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;

/** The port at which the home's owner is answered without TLS: the server's own, or the second one beside TLS. */
final class OwnerPort {
    private OwnerPort() {}

    static int of(WebServer server) {
        if (!(server instanceof TomcatWebServer tomcat)) return server.getPort();
        return Arrays.stream(tomcat.getTomcat().getService().findConnectors())
                .filter(connector -> !connector.getSecure())
                .mapToInt(Connector::getLocalPort)
                .filter(port -> port > 0)
                .findFirst()
                .orElse(server.getPort());
    }
}
