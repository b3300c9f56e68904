package org.cuntu.platform.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.OtherCallers;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine client sees the records of its division up to its classification, as a person with such a role does. */
class ClientReachTest {
    private static final String LIUJIANG = "450206";
    private static final String LUZHAI = "450223";
    private static final String SITE = """
            {"name": "装备厂房", "crs": "EPSG:4490", "project": {"kind": "single", "purpose": "1001", "level": "ordinary"},
             "plots": [{"geometry": {"type": "Polygon", "coordinates":
               [[[109.4,24.31],[109.401,24.3125],[109.4035,24.312],[109.403,24.3095],[109.4,24.31]]]}}]}""";

    private final TestApplication application = TestApplication.onTheWeb();
    private final MachineClients clients = application.bean(MachineClients.class);
    private final ClientTalk talk = new ClientTalk(application);
    private String review = "";

    @BeforeEach
    void aReviewInLiujiangOfInnerRecords() {
        application.clock().pass(Duration.ofSeconds(60)); // a new minute for the tests' one address
        String city = token("450200", 4);
        Talk.Answer kept = talk.post(city, "/api/reviews", SITE);
        assertThat(kept.status()).isEqualTo(201);
        review = kept.json().path("id").asString();
        application
                .jdbc()
                .sql("update review_reach set division = :division, classification = 2 where review = :id")
                .param("division", LIUJIANG)
                .param("id", review)
                .update();
        assertThat(talk.get(city, "/api/reviews/" + review).status()).isEqualTo(200);
    }

    @Test
    void aClientOfTheCountyReadsItsReview() {
        assertThat(talk.get(token(LIUJIANG, 2), "/api/reviews/" + review).status())
                .isEqualTo(200);
    }

    @Test
    void aClientOfAnotherCountyDoesNotFindIt() {
        String other = token(LUZHAI, 4);

        assertThat(talk.get(other, "/api/reviews/" + review).said()).isEqualTo("404 review.unknown");
        assertThat(talk.get(other, "/api/reviews/" + review + "/report.pdf").status())
                .isIn(403, 404);
        assertThat(talk.get(other, "/api/reviews").text()).doesNotContain(review);
    }

    @Test
    void aClientBelowTheClassificationDoesNotFindIt() {
        String low = token(LIUJIANG, 1);

        assertThat(talk.get(low, "/api/reviews/" + review).said()).isEqualTo("404 review.unknown");
        assertThat(talk.get(low, "/api/reviews").text()).doesNotContain(review);
    }

    @Test
    void aReviewNamesTheProgramThatMadeIt() {
        assertThat(talk.get(token("450200", 4), "/api/reviews/" + review)
                        .json()
                        .path("byName")
                        .asString())
                .isEqualTo("行政审批系统");
    }

    @Test
    void workOnBehalfOfAClientMayWhatTheClientMayNow() {
        MachineClients.Made made = register(LIUJIANG, 2);
        OtherCallers callers = application.bean(OtherCallers.class);
        assertThat(callers.find(made.client().caller())).hasValueSatisfying(user -> assertThat(
                        user.reach("conformity:review:read").sees(LIUJIANG + "101", 2))
                .isTrue());

        clients.revoke(made.client().id());

        assertThat(callers.find(made.client().caller())).isEmpty();
        assertThat(callers.findName(made.client().caller())).contains("行政审批系统");
        assertThat(callers.find("reviewer")).isEmpty();
    }

    private String token(String division, int level) {
        return talk.good(register(division, level));
    }

    private MachineClients.Made register(String division, int level) {
        ClientTerms terms = Terms.forHalfAYear(
                application.bean(CityClock.class).now(), "conformity:review:read", "conformity:review:create");
        return Terms.admit(
                clients,
                new ClientTerms(
                        terms.name(),
                        terms.unit(),
                        terms.purpose(),
                        terms.scopes(),
                        division,
                        level,
                        terms.quota(),
                        List.of(),
                        terms.expiresAt()));
    }
}
