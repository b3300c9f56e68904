package org.cuntu.platform.http.internal;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * With TLS ({@code server.ssl.*}) the commands of the home's owner still need a door: a second one, on this machine's own
 * address and a port that the system chooses. {@code run.json} names it.
 */
@Component
@ConditionalOnWebApplication
class OwnerDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!Ssl.isEnabled(factory.getSsl())) return;
        Connector door = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        door.setPort(0);
        door.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        factory.addAdditionalConnectors(door);
    }

    /** After the one that takes the settings. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
