package org.cuntu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.User;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Roles, posts, lending, the separation of duties and acts of two persons (等保三级 8.1.4.2, items 11 to 17). */
abstract class GrantsContract {
    final TestApplication application = application();
    private final Accounts accounts = application.bean(Accounts.class);
    private final FourEyes fourEyes = application.bean(FourEyes.class);
    private final Delegations delegations = application.bean(Delegations.class);
    private final Posts posts = application.bean(Posts.class);
    private final CurrentActor actor = application.bean(CurrentActor.class);
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String person = account("p");
    private final String system = account("sys", "system-admin");
    private final String security = account("sec", "security-admin");

    abstract TestApplication application();

    @Test
    void aRoleHoldsOnceAnotherPersonHasDecided() {
        FourEyes.Matter matter = as(system, () -> propose(person, "reviewer", "450206", "3"));
        assertThat(user(person).roles()).isEmpty();

        as(security, () -> fourEyes.approve(matter.id(), "ok"));

        assertThat(user(person).roles()).containsExactly("reviewer");
        assertThat(user(person).reach("conformity:review:read").sees("450206100", 3)).isTrue();
        assertThat(user(person).reach("conformity:review:read").sees("450223", 1)).isFalse();
        assertThat(acts(matter.id().toString())).contains("identity:matter:propose", "identity:matter:approve");
    }

    @Test
    void nobodyDecidesWhatTheyProposedOrWhatConcernsThem() {
        FourEyes.Matter own = as(security, () -> propose(person, "reviewer", "450200", "2"));
        FourEyes.Matter self = as(system, () -> propose(security, "security-admin", "450200", "2"));

        assertThat(said(security, () -> fourEyes.approve(own.id(), ""))).isEqualTo("403 identity.four-eyes-same");
        assertThat(said(security, () -> fourEyes.approve(self.id(), ""))).isEqualTo("403 identity.four-eyes-same");
        assertThat(said(person, () -> fourEyes.approve(own.id(), ""))).isEqualTo("403 identity.not-allowed");
        assertThat(user(person).roles()).isEmpty();
    }

    @Test
    void whoLentThePermissionDoesNotDecideWhatWasProposedWithIt() {
        String deputy = account("dep");
        lend(system, deputy, "system-admin", 3);
        FourEyes.Matter byDeputy = as(deputy, () -> propose(person, "reviewer", "450200", "2"));
        FourEyes.Matter byLender = as(system, () -> propose(person, "viewer", "450200", "2"));

        assertThat(said(system, () -> fourEyes.approve(byDeputy.id(), ""))).isEqualTo("403 identity.four-eyes-same");
        assertThat(said(deputy, () -> fourEyes.approve(byLender.id(), ""))).isEqualTo("403 identity.four-eyes-same");
        as(security, () -> fourEyes.approve(byDeputy.id(), ""));
    }

    @Test
    void aProposalIsDecidedOnceAndNotAfterItsTime() {
        FourEyes.Matter matter = as(system, () -> propose(person, "viewer", "450200", "1"));
        as(security, () -> fourEyes.refuse(matter.id(), "no"));
        assertThat(said(security, () -> fourEyes.approve(matter.id(), ""))).isEqualTo("409 identity.matter-decided");

        FourEyes.Matter late = as(system, () -> propose(person, "viewer", "450200", "1"));
        application.clock().pass(Duration.ofHours(73));

        assertThat(said(security, () -> fourEyes.approve(late.id(), ""))).isEqualTo("409 identity.matter-decided");
        assertThat(user(person).roles()).isEmpty();
    }

    @Test
    void twoWhoDecideAtOnceDecideOnce() {
        String other = account("sec2", "security-admin");
        FourEyes.Matter matter = as(system, () -> propose(person, "viewer", "450200", "1"));

        TestApplication.inParallel(
                2, n -> said(n == 0 ? security : other, () -> fourEyes.approve(matter.id(), "")));

        assertThat(application.bean(GrantTable.class).listOf(person)).hasSize(1);
    }

    @Test
    void theThreeAdministratorsExcludeEachOtherAndTheBusinessByEveryWay() {
        assertThat(said(system, () -> propose(security, "system-admin", "450200", "1")))
                .isEqualTo("identity.roles-apart");
        assertThat(said(system, () -> propose(security, "reviewer", "450200", "1")))
                .isEqualTo("identity.roles-apart");
        assertThat(said(security, () -> delegations.lend(
                        security, system, List.of("security-admin"), days(0, 3), "away")))
                .isEqualTo("identity.roles-apart");
        String post = "office/deputy";
        as(system, () -> fourEyes.propose("role-grant", post, content("audit-admin", "450200", "1"), "r"));
        approveNewest();
        assertThat(said(system, () -> posts.assign(security, Map.of("unit", "office", "post", "deputy"), "r")))
                .isEqualTo("identity.roles-apart");
    }

    /** Rows written past the code: the database keeps one duty an account by its key. */
    @Test
    void theDatabaseItselfRefusesASecondDuty() {
        assertThatThrownBy(() -> application
                        .jdbc()
                        .sql("insert into account_duty (account, duty) values (:id, 'audit')")
                        .param("id", security)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> application
                        .jdbc()
                        .sql("update four_eyes set state = 'APPROVED', decided_by = proposed_by where id = :id")
                        .param("id", as(system, () -> propose(person, "viewer", "450200", "1")).id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Should roles of two duties meet all the same, those of an administrator do not hold. */
    @Test
    void whatWasWrittenPastTheCodeHoldsNothingOfAnAdministrator() {
        application.inTransaction(() -> application.bean(GrantTable.class).add(new GrantTable.Row(
                UUID.randomUUID(),
                security,
                null,
                null,
                "viewer",
                application.bean(Roles.class).whole(),
                days(0, 9),
                "x",
                application.clock().instant(),
                null)));
        application.inTransaction(() -> application.bean(AccountTable.class).raiseStamps(List.of(security)));

        assertThat(user(security).roles()).containsExactly("viewer");
    }

    @Test
    void aPostGivesItsRolesWhileItIsHeld() {
        as(system, () -> fourEyes.propose("role-grant", "minerals/officer", content("viewer", "450223", "2"), "r"));
        approveNewest();
        assertThat(as(system, () -> posts.assign(person, Map.of("unit", "minerals", "post", "officer"), "moves")))
                .isPresent();
        assertThat(user(person).roles()).isEmpty();

        approveNewest();
        assertThat(user(person).roles()).containsExactly("viewer");
        assertThat(user(person).reach("onemap:layer:read").sees(3)).isFalse();

        UUID holding = application.bean(HoldingTable.class).listOf(person).getFirst().id();
        as(system, () -> {
            posts.leave(person, holding);
            return 1;
        });
        assertThat(user(person).roles()).isEmpty();
    }

    @Test
    void aDelegationLendsOnlyWhatItNamesOnItsGroundAndEnds() {
        String giver = account("g", "reviewer", "viewer");
        lend(giver, person, "reviewer", 2);

        assertThat(user(person).roles()).containsExactly("reviewer");
        assertThat(user(person).grants().getFirst().lentBy()).isEqualTo(giver);
        assertThat(said(person, () -> delegations.lend(person, system, List.of("reviewer"), days(0, 2), "on")))
                .isEqualTo("identity.delegation-roles");

        application.clock().pass(Duration.ofDays(2));
        assertThat(user(person).roles()).isEmpty();
    }

    @Test
    void whatAPersonOutOfUseLentDoesNotHold() {
        String giver = account("g", "reviewer");
        lend(giver, person, "reviewer", 5);
        assertThat(user(person).roles()).containsExactly("reviewer");

        accounts.disable(giver);

        assertThat(user(person).roles()).isEmpty();
    }

    @Test
    void aDelegationHasAnEndAReasonAndATakerWhoIsThere() {
        String giver = account("g", "reviewer");

        assertThat(said(giver, () -> delegations.lend(giver, person, List.of("reviewer"), days(0, 90), "r")))
                .isEqualTo("identity.delegation-days");
        assertThat(said(giver, () -> delegations.lend(giver, person, List.of("reviewer"), days(-1, 2), "r")))
                .isEqualTo("identity.delegation-days");
        assertThat(said(giver, () -> delegations.lend(giver, person, List.of("reviewer"), days(0, 2), " ")))
                .isEqualTo("identity.reason");
        assertThat(said(giver, () -> delegations.lend(giver, giver, List.of("reviewer"), days(0, 2), "r")))
                .isEqualTo("identity.delegation-taker");
    }

    @Test
    void aRoleTakenBackIsGoneAtOnce() {
        String held = account("h", "reviewer");
        UUID grant = application.bean(GrantTable.class).listOf(held).getFirst().id();
        as(system, () -> fourEyes.propose("role-end", held, Map.of("grant", grant.toString()), "moves"));

        approveNewest();

        assertThat(user(held).roles()).isEmpty();
        assertThat(acts(held + " reviewer")).contains("identity:role:end");
    }

    /** Version 0.1 kept an account's roles as one text. */
    @Test
    void rolesOfAnEarlierVersionsHomeBecomeGrantsOverTheWholeCity() {
        String older = account("old");
        String both = account("both");
        role(older, "reviewer,viewer");
        role(both, "system-admin,audit-admin");

        application.bean(OlderAccounts.class).afterSingletonsInstantiated();
        application.bean(OlderAccounts.class).afterSingletonsInstantiated();

        assertThat(user(older).roles()).containsExactly("reviewer", "viewer");
        assertThat(user(older).reach("conformity:review:read").sees("450223", 4)).isTrue();
        assertThat(application.bean(GrantTable.class).listOf(older)).hasSize(2);
        assertThat(user(both).roles()).isEmpty();
    }

    private void role(String account, String text) {
        application
                .jdbc()
                .sql("update account set roles = :text where id = :id")
                .param("text", text)
                .param("id", account)
                .update();
    }

    @Test
    void whatWasNeverThereIsRefusedInWords() {
        assertThat(said(system, () -> propose("nobody-there", "viewer", "450200", "1")))
                .isEqualTo("identity.unknown-account");
        assertThat(said(system, () -> propose(person, "emperor", "450200", "1"))).isEqualTo("identity.unknown-role");
        assertThat(said(system, () -> propose(person, "viewer", "110000", "1")))
                .isEqualTo("identity.unknown-division");
        assertThat(said(system, () -> propose(person, "viewer", "450200", "5"))).isEqualTo("identity.level");
        assertThat(said(system, () -> propose("moon/head", "viewer", "450200", "1")))
                .isEqualTo("identity.unknown-post");
        assertThat(said(system, () -> fourEyes.approve(UUID.randomUUID(), "")))
                .isEqualTo("404 identity.matter-unknown");
    }

    private String account(String kind, String... roles) {
        String id = kind + "-" + tag;
        accounts.create(new Accounts.NewAccount(id, id, "u", List.of(roles), "Seven red tractors 7", false));
        return id;
    }

    private FourEyes.Matter propose(String holder, String role, String division, String level) {
        return fourEyes.propose("role-grant", holder, content(role, division, level), "because");
    }

    private static Map<String, String> content(String role, String division, String level) {
        return Map.of("role", role, "division", division, "level", level);
    }

    private void approveNewest() {
        UUID newest = fourEyes.listNewest(1).getFirst().id();
        as(security, () -> fourEyes.approve(newest, ""));
    }

    private void lend(String giver, String taker, String role, int days) {
        as(giver, () -> delegations.lend(giver, taker, List.of(role), days(0, days), "away"));
    }

    private Dated days(int from, int to) {
        LocalDate today = application.bean(CityClock.class).today();
        return new Dated(today.plusDays(from), today.plusDays(to));
    }

    private User user(String id) {
        return accounts.find(id).orElseThrow();
    }

    private <T> T as(String id, Supplier<T> work) {
        return actor.as(id, work);
    }

    private String said(String id, Supplier<?> work) {
        try {
            as(id, work);
            return "done";
        } catch (ProblemAnswer e) {
            return e.status() + " " + e.problem().code();
        } catch (InputRefused e) {
            return e.problems().getFirst().code();
        }
    }

    private List<String> acts(String object) {
        return application.bean(ProofLog.class).listNewest(200).stream()
                .filter(entry -> entry.act().object().startsWith(object))
                .map(entry -> entry.act().act())
                .toList();
    }
}
