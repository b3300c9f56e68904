package org.cuntu.platform.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.clients.MachineClient.State;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** The registered machine clients: terms, secrets, and what the proof log says of them. */
abstract class MachineClientsContract {
    private static final String READ = "conformity:review:read";

    private final TestApplication application = application();
    private final MachineClients clients = application.bean(MachineClients.class);
    private final ProofLog proof = application.bean(ProofLog.class);
    private final Instant now = application.bean(CityClock.class).now();

    abstract TestApplication application();

    @Test
    void aRegisteredClientIsFoundWithItsTermsAndOneSecret() {
        ClientTerms terms = Terms.from(Terms.forHalfAYear(now, READ, "rules:rule:read"), "10.1.0.0/16", "::1");

        MachineClient client = Terms.admit(clients, terms).client();

        assertThat(clients.find(client.id())).contains(client);
        assertThat(client.terms()).isEqualTo(terms);
        assertThat(client.state(now)).isEqualTo(State.ACTIVE);
        assertThat(client.secrets()).hasSize(1);
        assertThat(clients.listAll()).contains(client);
    }

    @Test
    void theSecretIsNowhereInTheDatabase() {
        MachineClients.Made made = Terms.admit(clients, Terms.forHalfAYear(now, READ));

        assertThat(made.secret()).hasSize(43);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(application
                                .jdbc()
                                .sql("select * from client_secret")
                                .query()
                                .listOfRows()
                                .toString()
                        + application
                                .jdbc()
                                .sql("select * from machine_client")
                                .query()
                                .listOfRows())
                .doesNotContain(made.secret());
    }

    @Test
    void afterARotationTheOldSecretServesForTheOverlapAndNoLonger() {
        String id = Terms.admit(clients, Terms.forHalfAYear(now, READ)).client().id();

        clients.rotate(id, Duration.ofHours(2));
        assertThat(clients.find(id).orElseThrow().secrets()).hasSize(2);

        application.clock().pass(Duration.ofHours(2).plusSeconds(1));
        assertThat(clients.find(id).orElseThrow().secrets())
                .singleElement()
                .satisfies(left -> assertThat(left.validUntil()).isNull());
    }

    @Test
    void atMostTwoSecretsServeAtOnce() {
        String id = Terms.admit(clients, Terms.forHalfAYear(now, READ)).client().id();

        for (int i = 0; i < 3; i++) clients.rotate(id, Duration.ofHours(2));

        assertThat(clients.find(id).orElseThrow().secrets()).hasSize(2);
    }

    @Test
    void aRotationWithoutOverlapLeavesTheNewSecretAlone() {
        String id = Terms.admit(clients, Terms.forHalfAYear(now, READ)).client().id();
        clients.rotate(id, Duration.ofHours(2));

        clients.rotate(id, Duration.ZERO);

        assertThat(clients.find(id).orElseThrow().secrets()).hasSize(1);
    }

    @Test
    void aRevokedClientHasNoSecretAndIsNotChangedAnyMore() {
        String id = Terms.admit(clients, Terms.forHalfAYear(now, READ)).client().id();

        MachineClient revoked = clients.revoke(id);

        assertThat(revoked.state(now)).isEqualTo(State.REVOKED);
        assertThat(revoked.secrets()).isEmpty();
        for (Runnable late : List.<Runnable>of(
                () -> clients.revoke(id),
                () -> clients.rotate(id, Duration.ZERO),
                () -> clients.change(id, revoked.terms())))
            assertThatThrownBy(late::run).isInstanceOfSatisfying(ProblemAnswer.class, e -> assertThat(e.status())
                    .isEqualTo(409));
    }

    @Test
    void aClientIsExpiredFromItsEndOn() {
        Instant soon = application.bean(CityClock.class).now().plusSeconds(60);
        ClientTerms terms = Terms.forHalfAYear(now, READ);
        MachineClient client = Terms.admit(
                        clients,
                        new ClientTerms(
                                terms.name(),
                                terms.unit(),
                                terms.purpose(),
                                terms.scopes(),
                                terms.division(),
                                1,
                                1,
                                List.of(),
                                soon))
                .client();

        assertThat(client.state(soon.minusNanos(1000))).isEqualTo(State.ACTIVE);
        assertThat(client.state(soon)).isEqualTo(State.EXPIRED);
    }

    @Test
    void everyChangeIsAnEntryOfWhoMadeIt() {
        String id = application.bean(CurrentActor.class).as("liangsimiao", () -> {
            String made = clients.register(Terms.forHalfAYear(now, READ)).id();
            clients.change(made, Terms.forHalfAYear(now, "rules:rule:read"));
            clients.rotate(made, Duration.ofHours(1));
            clients.revoke(made);
            return made;
        });

        assertThat(acts("liangsimiao", id))
                .containsExactly(
                        "clients:client:register",
                        "clients:client:change",
                        "clients:client:rotate",
                        "clients:client:revoke");
    }

    @Test
    void whatIsWrongWithTheTermsIsSaidTogether() {
        ClientTerms wrong = new ClientTerms(
                " ",
                "u",
                "p",
                List.of("identity:account:manage", "*:*:*"),
                "110000",
                5,
                0,
                List.of("county.example", "10.0.0.0/33"),
                now.minusSeconds(1));

        assertThatThrownBy(() -> Terms.admit(clients, wrong))
                .isInstanceOfSatisfying(InputRefused.class, e -> assertThat(
                                e.problems().stream().map(Problem::code))
                        .containsExactly(
                                "clients.text",
                                "clients.scope",
                                "clients.division",
                                "clients.level",
                                "clients.quota",
                                "clients.address",
                                "clients.expiry"));
    }

    @Test
    void readsAreOneEntryAnHourAndGrantAndWritesOneEach() {
        String caller =
                Terms.admit(clients, Terms.forHalfAYear(now, READ)).client().caller();
        application.clock().pass(Duration.ofHours(1)); // another hour than of any test before

        for (int i = 0; i < 3; i++) append(caller, "conformity:review:read", "r-" + i);
        append(caller, "conformity:review:list", "page 0");
        for (int i = 0; i < 2; i++) append(caller, "conformity:review:create", "r-" + i);

        assertThat(acts(caller, ""))
                .containsExactly(
                        "clients:grant:use",
                        "clients:grant:use",
                        "conformity:review:create",
                        "conformity:review:create");
        application.clock().pass(Duration.ofHours(1));
        append(caller, "conformity:review:read", "r-9");
        assertThat(acts(caller, "conformity:review:read")).hasSize(2);
    }

    @Test
    void readsAtOnceAreOneEntryToo() {
        String caller =
                Terms.admit(clients, Terms.forHalfAYear(now, READ)).client().caller();
        AtomicInteger done = new AtomicInteger();

        TestApplication.inParallel(4, thread -> {
            append(caller, "conformity:review:read", "r-" + thread);
            done.incrementAndGet();
        });

        assertThat(done).hasValue(4);
        assertThat(acts(caller, "")).hasSize(1);
    }

    @Test
    void aReadWhoseEntryCannotBeWrittenFails() {
        String caller =
                Terms.admit(clients, Terms.forHalfAYear(now, READ)).client().caller();

        application.without(
                "client_read", () -> assertThatThrownBy(() -> append(caller, "conformity:review:read", "r-1"))
                        .isInstanceOf(RuntimeException.class));
    }

    @Test
    void aPersonsReadsStayOneEntryEach() {
        String person = "p" + now.getEpochSecond();

        for (int i = 0; i < 2; i++) append(person, "conformity:review:read", "r-" + i);

        assertThat(acts(person, "")).hasSize(2);
    }

    private void append(String actor, String act, String object) {
        application.inTransaction(() -> proof.append(new ProofAct(actor, act, object, null)));
    }

    /** What somebody did, oldest first. */
    private List<String> acts(String actor, String object) {
        return proof.listNewest(500).reversed().stream()
                .map(ProofEntry::act)
                .filter(act -> act.actor().equals(actor) && act.object().contains(object))
                .map(ProofAct::act)
                .toList();
    }
}
