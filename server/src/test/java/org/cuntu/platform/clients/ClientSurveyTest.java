package org.cuntu.platform.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.core.onemap.LayerImport;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.home.CityClock;
import org.cuntu.testing.Squares;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The survey's statistics as a service for another system's program: what its scopes name, in its division. */
class ClientSurveyTest {
    private static final String YUFENG = "450203";
    private final TestApplication application = TestApplication.onTheWeb();
    private final ClientTalk talk = new ClientTalk(application);

    @BeforeEach
    void aSurveyOfTwoCounties() {
        noSurvey();
        application.clock().pass(Duration.ofSeconds(60)); // a new minute for the tests' one address
        LayerSchema register = application
                .bean(LayerRegister.class)
                .findLayer("DLTB")
                .orElseThrow()
                .schema();
        LayerSchema given = new LayerSchema(
                "DLTB",
                register.kind(),
                Stream.of("DLBM", "ZLDWDM", "TBMJ")
                        .map(code -> register.fields().get(register.indexOf(code)))
                        .toList(),
                "SD2019",
                "DLBM");
        List<Feature> patches = List.of(
                Feature.of(Squares.square(0), "0301", YUFENG + "0010010000000", new BigDecimal("10.00")),
                Feature.of(Squares.square(1), "0301", "4502060010010000000", new BigDecimal("5.00")));
        application
                .bean(LayerImport.class)
                .importFeatures(
                        given,
                        patches.stream(),
                        Squares.square(0).union(Squares.square(1)),
                        LocalDate.of(2025, 12, 31),
                        "a survey",
                        true);
    }

    @AfterEach
    void noSurvey() {
        application.jdbc().sql("delete from layer_release where layer = 'DLTB'").update();
    }

    private String token(String division, String... scopes) {
        ClientTerms terms = Terms.forHalfAYear(application.bean(CityClock.class).now(), scopes);
        return talk.good(Terms.admit(
                application.bean(MachineClients.class),
                new ClientTerms(
                        terms.name(),
                        terms.unit(),
                        terms.purpose(),
                        terms.scopes(),
                        division,
                        terms.level(),
                        terms.quota(),
                        List.of(),
                        terms.expiresAt())));
    }

    @Test
    void aProgramReadsTheTableOfItsCountyAlone() {
        JsonNode table = talk.get(
                        token(YUFENG, "survey:statistics:read", "onemap:layer:read"),
                        "/api/survey/table?unit=m2&asOf=2026-01-15")
                .json();

        assertThat(table.path("sum").path("total").asString()).isEqualTo("10.00");
        assertThat(table.path("partial").asBoolean()).isTrue();
    }

    @Test
    void itsScopesNameWhatItMayRead() {
        String token = token("450200", "survey:statistics:read", "onemap:layer:read");

        for (String path : List.of("/api/survey/layers", "/api/survey/table?asOf=2026-01-15", "/api/survey/indexes"))
            assertThat(talk.get(token, path).status()).as(path).isEqualTo(200);
        for (String path : List.of("/api/survey/patches?asOf=2026-01-15", "/api/survey/file?what=table&as=csv")) {
            Talk.Answer answer = talk.get(token, path);
            assertThat(answer.said()).as(path).isEqualTo("403 identity.not-allowed");
        }
    }

    @Test
    void withTheScopeOfPatchesItOpensAFigure() {
        String token = token("450200", "survey:statistics:read", "survey:patch:read", "onemap:layer:read");

        assertThat(talk.get(token, "/api/survey/patches?asOf=2026-01-15")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aProgramWithoutAScopeOfTheSurveyReadsNothingOfIt() {
        assertThat(talk.get(token("450200", "conformity:review:read"), "/api/survey/table?asOf=2026-01-15")
                        .said())
                .isEqualTo("403 identity.not-allowed");
    }
}
