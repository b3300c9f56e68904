package org.cuntu.platform.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What becomes an incident and what does not. */
class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/layers");

    static Stream<Exception> departures() {
        return Stream.of(
                new AsyncRequestNotUsableException("gone"),
                new HttpMessageNotWritableException(
                        "could not write", new AsyncRequestNotUsableException("gone", new IOException("Broken pipe"))),
                new IOException("Broken pipe"));
    }

    @ParameterizedTest
    @MethodSource("departures")
    void aCallerWhoWentAwayIsNoIncident(Exception departure) {
        assertThat(advice.other(departure, request)).isNull();
    }

    @Test
    void anAnswerThatCannotBeWrittenForAnotherReasonIsAnIncident() {
        var answer = advice.other(new HttpMessageNotWritableException("a loop in the answer"), request);

        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody()).isNotNull();
        assertThat(answer.getBody().incident()).matches("[0-9a-f]{8}");
    }

    @Test
    void anInputThatIsTooLargeIsSaidAsSuchWhoeverFindsIt() {
        var found = new InputRefused(Problem.refused("http.too-large", Problem.Place.file("big.zip"), "limit", 512L));

        assertThat(advice.refused(found, request).getStatusCode().value()).isEqualTo(413);
    }
}
