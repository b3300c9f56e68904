package org.cuntu.platform.http.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The body of an error that no filter saw: a problem as everywhere, with the page's headers and a request's id. */
final class ProblemValve extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_OF_THE_SERVER = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        boolean answered = response.getContentWritten() > 0 || !response.setErrorReported();
        if (status < FIRST_ERROR || answered || !mayWrite(response)) return;
        String id = RequestLog.newId();
        if (status >= FIRST_OF_THE_SERVER) log.error("request {}: {} before any handler", id, status, thrown);
        else log.info("request {}: {} before any handler", id, status);
        PageProtection.protect(request, response);
        response.setHeader(RequestLog.HEADER, id);
        response.setHeader("Cache-Control", "no-store");
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer == null) return;
            writer.write(body(request, status));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("the caller went away", e);
        }
    }

    private static String body(Request request, int status) {
        String code = status >= FIRST_OF_THE_SERVER ? "http.incident" : ProblemAdvice.code(status);
        Problem problem = Problem.refused(code, Problem.Place.UNKNOWN, "incident", "-");
        return JsonMapper.shared()
                .writeValueAsString(ProblemBody.of(status, List.of(problem), null, Languages.of(request)));
    }

    private static boolean mayWrite(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
