package org.cuntu.platform.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.http.TooLarge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what a handler threw into problem+json; the unexpected into an incident number, nothing more. */
@RestControllerAdvice
@ConditionalOnWebApplication
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemBody> refused(InputRefused refused, HttpServletRequest request) {
        return refused(refused.problems(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> answered(ProblemAnswer answer, HttpServletRequest request) {
        return answer(answer.status(), List.of(answer.problem()), null, request);
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, TooLarge.class})
    ResponseEntity<ProblemBody> tooLarge(Exception e, HttpServletRequest request) {
        return answer(413, List.of(problem("http.too-large")), null, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLarge) return answer(413, List.of(problem("http.too-large")), null, request);
            if (cause instanceof InputRefused refused) return refused(refused.problems(), request);
        }
        return answer(400, List.of(problem("http.unreadable")), null, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        Problem problem = Problem.refused("http.parameter", Problem.Place.UNKNOWN, "name", e.getName());
        return answer(400, List.of(problem), null, request);
    }

    /** Parameters that are no UTF-8, or too many: the container says so when they are first looked at. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> garbled(InvalidParameterException e, HttpServletRequest request) {
        return answer(400, List.of(problem("http.bad-request")), null, request);
    }

    /** A form was wanted and something else came, or a form that breaks off. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> noForm(MultipartException e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof TooLarge) return answer(413, List.of(problem("http.too-large")), null, request);
        int status = e.getCause() == null ? 415 : 400;
        return answer(status, List.of(problem(code(status))), null, request);
    }

    /** The unexpected; nothing when the caller has gone: there is nobody to answer. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemBody> other(Exception e, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("the caller went away", e);
            return null;
        }
        int status = status(e);
        if (status < 500) return answer(status, List.of(problem(code(status))), null, request);
        String incident = UUID.randomUUID().toString().substring(0, 8);
        log.error("incident {}: {} {}", incident, request.getMethod(), RequestLog.route(request), e);
        Problem problem = Problem.refused("http.incident", Problem.Place.UNKNOWN, "incident", incident);
        return answer(500, List.of(problem), incident, request);
    }

    private static ResponseEntity<ProblemBody> refused(List<Problem> problems, HttpServletRequest request) {
        boolean tooLarge = problems.stream().anyMatch(p -> p.code().equals("http.too-large"));
        return answer(tooLarge ? 413 : 422, problems, null, request);
    }

    private static int status(Exception e) {
        if (e instanceof ErrorResponse response) return response.getStatusCode().value();
        ResponseStatus named = AnnotationUtils.findAnnotation(e.getClass(), ResponseStatus.class);
        return named == null ? 500 : named.code().value();
    }

    static String code(int status) {
        return switch (status) {
            case 401 -> "http.sign-in-first";
            case 403 -> "http.not-allowed";
            case 404 -> "http.not-found";
            case 405 -> "http.method";
            case 406, 415 -> "http.media-type";
            case 413 -> "http.too-large";
            default -> "http.bad-request";
        };
    }

    private static Problem problem(String code) {
        return Problem.refused(code, Problem.Place.UNKNOWN);
    }

    private static ResponseEntity<ProblemBody> answer(
            int status, List<Problem> problems, @Nullable String incident, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .body(ProblemBody.of(status, problems, incident, Languages.of(request)));
    }
}
