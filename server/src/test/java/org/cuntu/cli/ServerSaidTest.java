package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSaidTest {
    @ParameterizedTest
    @CsvSource({
        "400, INPUT_REFUSED",
        "404, INPUT_REFUSED",
        "413, INPUT_REFUSED",
        "422, INPUT_REFUSED",
        "401, NOT_ALLOWED",
        "403, NOT_ALLOWED",
        "409, BUSY",
        "503, BUSY",
        "500, UNEXPECTED"
    })
    void statusBecomesTheExitStatusOfTheSameMeaning(int status, Exit exit) {
        assertThat(ServerSaid.of(status, "{}").exit()).isEqualTo(exit);
    }

    @Test
    void everyProblemOfTheServerIsSaid() {
        String body = """
                {"code":"format.a","detail":"both","problems":[
                  {"code":"format.a","what":"A is wrong.","todo":"Mend A.","where":"line 1"},
                  {"code":"format.b","what":"B is wrong.","todo":"Mend B.","where":""}]}""";
        assertThat(ServerSaid.of(422, body).problems())
                .containsExactly(
                        new Sentence("format.a", "A is wrong.", "line 1", "Mend A."),
                        new Sentence("format.b", "B is wrong.", "", "Mend B."));
    }

    @Test
    void aProblemWithoutAListIsOneSentence() {
        String body = "{\"code\":\"review.unknown\",\"detail\":\"No such review.\",\"todo\":\"Check it.\"}";
        assertThat(ServerSaid.of(404, body).problems())
                .containsExactly(new Sentence("review.unknown", "No such review.", "", "Check it."));
    }
}
