package org.cuntu.platform.http.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.http.ProblemBody;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said of an error that no handler saw; reached by the container alone. */
@RestController
@ConditionalOnWebApplication
class ErrorPage implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<ProblemBody> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem problem = Problem.refused(
                status >= 500 ? "http.incident" : ProblemAdvice.code(status), Problem.Place.UNKNOWN, "incident", "-");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemBody.of(status, List.of(problem), null, Languages.of(request)));
    }
}
