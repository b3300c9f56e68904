package org.cuntu.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.SharedMaterials.Standing;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.notices.Notice;
import org.cuntu.platform.notices.Notices;
import org.junit.jupiter.api.Test;

/** What the platform knows of materials, and what may be corrected of an application; run on each database that the product supports. */
abstract class CaseMaterialsContract extends CaseCity {
    private static final Words SAID = new Words("办件 {case} 的依据已失效。", "What case {case} stands on has ended.");

    private TestShared platform() {
        return application().bean(TestShared.class);
    }

    /** A whole draft whose form names a number. */
    private CaseFile naming(String number) {
        CaseFile draft = filled(null, 1);
        return as("citizen", () -> cases().save(
                        draft.id(), content("韦某建房", Map.of("members", 3, "basis", number), site(1))));
    }

    private static Cases.Content content(String name, Map<String, Object> form, String site) {
        return new Cases.Content(name, null, form, site);
    }

    private CaseFile handedIn(CaseFile draft) {
        return as("citizen", () -> cases().submit(draft.id()));
    }

    private CaseMaterial household(CaseFile file) {
        return cases().listMaterials(file.id()).stream()
                .filter(each -> each.id().equals("household"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Problem> problems(ThrowingCallable act) {
        List<Problem> found = new java.util.ArrayList<>();
        assertThatThrownBy(act).isInstanceOfSatisfying(InputRefused.class, refused -> found.addAll(refused.problems()));
        return found;
    }

    private void closed(String code, ThrowingCallable act) {
        assertThatThrownBy(act).satisfies(thrown -> assertThat(code(thrown)).isEqualTo(code));
    }

    private CaseFile approved(CaseFile file) {
        act("window", file, "accept", Conclusion.ACCEPT);
        until(file, "examine");
        act("officer", file, "examine", Conclusion.AGREE);
        act("cropland", file, "join-cropland", Conclusion.AGREE);
        act("geohazard", file, "join-geohazard", Conclusion.AGREE);
        act("head", file, "check", Conclusion.AGREE);
        act("director", file, "decide", Conclusion.AGREE);
        cases().arrived(file.id(), "paper");
        until(file, "issue");
        return now(file);
    }

    @Test
    void whatThePlatformKnowsIsNotAskedForAndKeptWithItsHash() {
        CaseFile file = handedIn(naming("户字第10号"));
        assertThat(household(file).state()).isEqualTo(CaseMaterial.State.SHARED);
        assertThat(household(file).found().number()).isEqualTo("户字第10号");
        assertThat(application()
                        .jdbc()
                        .sql("select number || ' ' || hash from case_relied where case_id = :id")
                        .param("id", file.id())
                        .query(String.class)
                        .list())
                .containsExactly("户字第10号 " + "5".repeat(64));
    }

    @Test
    void whatNobodyKnowsIsAskedForAsAnyOther() {
        CaseFile draft = filled(null, 1);
        as("citizen", () -> cases().save(draft.id(), content(TestShared.UNKNOWN, Map.of("members", 3), site(1))));
        assertThat(problems(() -> handedIn(draft))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("cases.material-missing");
            assertThat(problem.args()).containsEntry("material", "household");
        });
        as("citizen", () -> cases().put(draft.id(), "household", file("book"), "book.pdf"));
        assertThat(household(handedIn(draft)).state()).isEqualTo(CaseMaterial.State.GIVEN);
    }

    @Test
    void whatHasExpiredIsNotSatisfiedAndSaidByNumberAndDay() {
        LocalDate since = today().minusDays(3);
        platform().end("户字第11号", Standing.EXPIRED, since);
        CaseFile draft = naming("户字第11号");
        assertThat(as("citizen", () -> household(draft)).state()).isEqualTo(CaseMaterial.State.MISSING);
        assertThat(problems(() -> handedIn(draft))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("cases.material-lapsed");
            assertThat(problem.args()).containsEntry("number", "户字第11号").containsEntry("since", since.toString());
        });
        // a copy of what has ended does not make it valid
        as("citizen", () -> cases().put(draft.id(), "household", file("old"), "old.pdf"));
        closed("cases.material-lapsed", () -> handedIn(draft));
    }

    @Test
    void whatIsTakenBackAfterTheSubmissionClosesAcceptanceAndDecision() {
        CaseFile file = handedIn(naming("户字第12号"));
        CaseFile other = handedIn(naming("户字第13号"));
        act("window", other, "accept", Conclusion.ACCEPT);
        until(other, "examine");
        platform().end("户字第12号", Standing.REVOKED, today());
        platform().end("户字第13号", Standing.WITHDRAWN, today());
        closed("cases.material-lapsed", () -> act("window", file, "accept", Conclusion.ACCEPT));
        act("window", file, "accept", Conclusion.NOT_ACCEPT);
        act("officer", other, "examine", Conclusion.AGREE);
        act("cropland", other, "join-cropland", Conclusion.AGREE);
        act("geohazard", other, "join-geohazard", Conclusion.AGREE);
        act("head", other, "check", Conclusion.AGREE);
        closed("cases.material-lapsed", () -> act("director", other, "decide", Conclusion.AGREE));
        act("director", other, "decide", Conclusion.REFUSE);
        assertThat(now(other).state()).isEqualTo(CaseState.REFUSED);
    }

    @Test
    void whatRunsOutAfterTheDecisionDoesNotUndoItAndWhatIsRevokedDoes() {
        CaseFile expired = approved(handedIn(naming("户字第14号")));
        CaseFile revoked = approved(handedIn(naming("户字第15号")));
        platform().end("户字第14号", Standing.EXPIRED, today().plusDays(1));
        platform().end("户字第15号", Standing.REVOKED, today());
        act("issuer", expired, "issue", Conclusion.DONE);
        assertThat(now(expired).state()).isEqualTo(CaseState.ISSUED);
        closed("cases.material-lapsed", () -> act("issuer", revoked, "issue", Conclusion.DONE));
    }

    @Test
    void whatAnotherCaseOfThePackWasGivenIsNotAskedForAgain() {
        CaseFile pack = draft(HouseMatter.PACK, null);
        CaseFile one = filled(pack.id(), 1);
        CaseFile other = filled(pack.id(), 5);
        as("citizen", () -> {
            cases().save(one.id(), content(TestShared.UNKNOWN, Map.of("members", 3), site(1)));
            cases().save(other.id(), content(TestShared.UNKNOWN, Map.of("members", 3), site(5)));
            return cases().put(one.id(), "household", file("book"), "book.pdf");
        });
        CaseMaterial found = as("citizen", () -> household(other));
        assertThat(found.state()).isEqualTo(CaseMaterial.State.SHARED);
        assertThat(found.found().kind()).isEqualTo("case");
        assertThat(as("citizen", () -> household(one)).state()).isEqualTo(CaseMaterial.State.GIVEN);
    }

    @Test
    void whoStandsOnAResultIsToldOnceThatItHasEnded() {
        CaseFile file = handedIn(naming("户字第16号"));
        CaseFile other = handedIn(naming("户字第17号"));
        Reliances reliances = application().bean(Reliances.class);
        assertThat(reliances.ended("户字第16号", "REVOKED", true, SAID)).isEqualTo(1);
        assertThat(reliances.ended("户字第16号", "REVOKED", true, SAID)).isZero();
        assertThat(told(file)).containsOnlyOnce("basis-ended");
        assertThat(told(other)).doesNotContain("basis-ended");
        String leaf = application()
                .jdbc()
                .sql("select leaf from case_event where case_id = :id and what = 'BASIS_ENDED'")
                .param("id", file.id())
                .query(String.class)
                .single();
        assertThat(application().bean(ProofLog.class).find(leaf)).isPresent();
    }

    private List<String> told(CaseFile file) {
        return as("citizen", () -> application().bean(Notices.class).listOwn(1000)).stream()
                .filter(notice -> notice.object().equals(file.id().toString()))
                .map(Notice::kind)
                .toList();
    }

    @Test
    void everyFieldThatIsWrongIsSaidAtOnceWithItsPlaceAndItsNames() {
        CaseFile draft = filled(null, 1);
        as("citizen", () -> cases().save(draft.id(), content("韦某建房", Map.of("road", "yes"), site(1))));
        assertThat(problems(() -> handedIn(draft)))
                .extracting(problem -> problem.code() + " " + problem.args().get("pointer") + " "
                        + problem.args().get("title") + " "
                        + problem.args().get("titleEn"))
                .contains("cases.field-missing /members 家庭人口 Members", "cases.field-wrong /road 临路 At a road");
    }

    private CaseFile toCorrect(List<String> fields, List<String> materials) {
        CaseFile file = handedIn(naming("户字第18号"));
        UUID task = open(file, "accept").id();
        Cases.Act asked = new Cases.Act(task, Conclusion.CORRECT, "请补正", null, List.of(), fields, materials);
        return as("window", () -> cases().act(file.id(), asked));
    }

    @Test
    void onlyWhatIsToBeCorrectedCanBeChanged() {
        CaseFile file = toCorrect(List.of("members"), List.of("village"));
        assertThat(cases().findCorrection(file.id()))
                .contains(new Correction(1, List.of("members"), List.of("village")));
        Map<String, Object> form = Map.of("members", 4, "basis", "户字第18号");
        Map<String, Object> wrong = Map.of("members", 4, "basis", "户字第19号");
        assertThat(problems(() -> as("citizen", () -> cases().save(file.id(), content("别的名字", wrong, site(2))))))
                .extracting(problem -> problem.code() + " " + problem.args().get("field"))
                .containsExactly(
                        "cases.not-to-correct basis",
                        "cases.not-to-correct case:name",
                        "cases.not-to-correct case:site");
        closed(
                "cases.not-to-correct",
                () -> as("citizen", () -> cases().put(file.id(), "id-card", file("other"), "card.pdf")));
        as("citizen", () -> {
            cases().save(file.id(), content("韦某建房", form, site(1)));
            cases().put(file.id(), "village", file("village again"), "village.pdf");
            return cases().corrected(file.id());
        });
        assertThat(now(file).state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(cases().findCorrection(file.id())).isEmpty();
    }

    @Test
    void whatIsAskedOnlyForACorrectedFieldIsCorrectedWithIt() {
        CaseFile file = toCorrect(List.of("road"), List.of());
        Map<String, Object> form = Map.of("members", 3, "basis", "户字第18号", "road", true, "roadName", "人民路");
        as("citizen", () -> cases().save(file.id(), content("韦某建房", form, site(1))));
        assertThat(now(file).form()).contains("人民路");
    }

    @Test
    void anotherRoundOfCorrectionHasItsOwnFields() {
        CaseFile file = toCorrect(List.of("members"), List.of());
        as("citizen", () -> cases().corrected(file.id()));
        act("window", file, "accept", Conclusion.CORRECT);
        assertThat(cases().findCorrection(file.id())).isEmpty();
        as("citizen", () -> cases().save(file.id(), content("别的名字", Map.of("members", 5), site(5))));
        assertThat(now(file).name()).isEqualTo("别的名字");
    }

    @Test
    void aFieldThatTheMatterDoesNotHaveCannotBeAsked() {
        assertThat(problems(() -> toCorrect(List.of("membres"), List.of("vilage"))))
                .extracting(Problem::code)
                .containsExactly("cases.correction-field", "cases.correction-material");
    }
}
