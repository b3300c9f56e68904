package org.cuntu.platform.http.internal;

import org.apache.catalina.Container;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * A request line that is none, or an address with an encoded slash, is refused by the container before any filter: what it
 * then says of itself is ours to write, too.
 */
@Component
@ConditionalOnWebApplication
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> takeOver(context.getParent()));
    }

    private static void takeOver(Container host) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) if (valve instanceof ErrorReportValve) pipeline.removeValve(valve);
        if (host instanceof StandardHost standard) standard.setErrorReportValveClass("");
        pipeline.addValve(new ProblemValve());
    }

    /** After those that add the framework's own. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
