package org.cuntu.platform.http.internal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Who asks first ({@code Expect: 100-continue}, RFC 9110 10.1.1) is asked for the body when a handler reads it, not
 * before: a refused upload is never sent, and a stop that is graceful already counts a request whose body comes.
 */
@Component
@ConditionalOnWebApplication
class BodyOnRequest implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }
}
