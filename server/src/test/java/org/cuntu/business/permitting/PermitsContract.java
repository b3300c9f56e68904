package org.cuntu.business.permitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cuntu.business.permitting.Permit.Act;
import org.cuntu.business.permitting.Permit.State;
import org.cuntu.business.permitting.internal.PermitSweep;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseFile.Origin;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.notices.Notice;
import org.cuntu.platform.notices.Notices;
import org.cuntu.testing.Squares;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database must do for certificates; run on each that the product supports. */
abstract class PermitsContract extends PermitCity {
    private static final int MANY = 50;

    @BeforeEach
    void begin() {
        anew();
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).satisfies(e -> assertThat(codes(e)).contains(code));
    }

    private static List<String> codes(Throwable e) {
        if (e instanceof ProblemAnswer answer) return List.of(answer.problem().code());
        List<String> codes = new ArrayList<>();
        if (e instanceof InputRefused refused) refused.problems().forEach(problem -> codes.add(problem.code()));
        return codes;
    }

    private String number(String lead, int serial) {
        return "%s%s%d%05d号".formatted(lead, COUNTY, today().getYear(), serial);
    }

    private Permit house(String name) {
        return issued(file(house(), name, site(0)), house());
    }

    private CaseFile later(Permit permit, Matter matter, String name, Origin origin) {
        return file(matter, name, site(0), origin, permit.number(), "{}", CaseState.APPROVED);
    }

    private FourEyes.Matter proposed(Permit permit, Act act, String ground) {
        return as("keeper", () -> permits().propose(permit.id(), act, ground, "a reason"));
    }

    private void ended(Permit permit, Act act, String ground) {
        UUID matter = proposed(permit, act, ground).id();
        as("head", () -> permits().decide(matter, true, ""));
    }

    @Test
    void numbersCountFromOneByLeadCountyAndYear() {
        assertThat(house("韦").number()).isEqualTo(number("乡字第", 1));
        assertThat(house("覃").number()).isEqualTo(number("乡字第", 2));
        Permit other = issued(file(preexamination(), "莫", site(0)), preexamination());
        assertThat(other.number()).isEqualTo(number("用字第", 1));
    }

    @Test
    void fiftyAtOnceHaveFiftyNumbersWithoutAGap() {
        List<CaseFile> files = IntStream.range(0, MANY)
                .mapToObj(i -> file(house(), "v" + i, site(0)))
                .toList();

        TestApplication.inParallel(MANY, i -> as("decider", () -> issuer().issue(files.get(i), house())));

        List<String> given = application()
                .jdbc()
                .sql("select number from permit")
                .query(String.class)
                .list();
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, MANY)
                        .mapToObj(i -> number("乡字第", i))
                        .toList());
    }

    @Test
    void whatIsRolledBackNeverHadANumber() {
        CaseFile file = file(house(), "韦", site(0));

        application().rolledBack(() -> as("decider", () -> issuer().issue(file, house())));

        assertThat(application()
                        .jdbc()
                        .sql("select count(*) from permit_number")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(house("覃").number()).isEqualTo(number("乡字第", 1));
    }

    @Test
    void aCaseThatIsDecidedAgainAfterACrashKeepsItsNumber() {
        CaseFile file = file(house(), "韦", site(0));

        assertThat(issued(file, house()).number())
                .isEqualTo(issued(file, house()).number());
    }

    @Test
    void theAreaIsThatOfTheGeometry() {
        Permit permit = issued(file(house(), "韦", site(0, 3)), house());

        long expected = IntStream.of(0, 3)
                .mapToLong(place -> SiteAreas.legalArea(GeoShape.of(Crs.CGCS2000, Squares.square(place)))
                        .value()
                        .hundredths())
                .sum();
        assertThat(permit.area().hundredths()).isEqualTo(expected);
    }

    @Test
    void thePaperIsMadeOnceAndItsCaseGoesOn() {
        Permit permit = house("韦");

        TestApplication.eventually("the paper is made", () -> now(permit).paper() != null);
        TestApplication.eventually("the case goes on", () -> ARRIVED.contains(permit.caseId() + " paper"));
    }

    @Test
    void aChangeTakesThePlaceOfWhatItChanges() {
        Permit first = house("韦");

        Permit second = issued(later(first, house(), "覃", Origin.CHANGE), house());

        assertThat(now(first).state()).isEqualTo(State.CHANGED);
        assertThat(now(second).state()).isEqualTo(State.VALID);
        assertThat(permits().listVersions(now(second)))
                .extracting(Permit::number)
                .containsExactly(first.number(), second.number());
        CaseFile again = later(first, house(), "覃", Origin.CHANGE);
        refused("permitting.not-valid", () -> issuer().check(again, house()));
    }

    @Test
    void anExtensionHoldsLongerAndOnlyOnce() {
        Permit first = issued(file(preexamination(), "韦", site(0)), preexamination());

        Permit second = issued(later(first, preexamination(), "韦", Origin.EXTENSION), preexamination());

        assertThat(first.validUntil()).isEqualTo(today().plusMonths(36));
        assertThat(second.validUntil()).isEqualTo(today().plusMonths(36).plusMonths(36));
        assertThat(now(first).state()).isEqualTo(State.EXTENDED);
        CaseFile again = later(second, preexamination(), "韦", Origin.EXTENSION);
        refused("permitting.extended", () -> issuer().check(again, preexamination()));
    }

    @Test
    void onlyItsHolderHasItIssuedAgain() {
        Permit first = house("韦");
        CaseFile other = later(first, house(), "覃", Origin.REISSUE);

        refused("permitting.not-holder", () -> issuer().check(other, house()));
        Permit again = issued(later(first, house(), "韦", Origin.REISSUE), house());

        assertThat(now(first).state()).isEqualTo(State.REPLACED);
        assertThat(again.of()).isEqualTo(first.id());
    }

    @Test
    void anExpiredPreexaminationBlocksWhatNeedsIt() {
        Permit before = issued(file(preexamination(), "韦", site(0)), preexamination());
        String form = "{\"basis\":\"" + before.number() + "\"}";
        CaseFile applied = file(landUse(), "韦", site(0), Origin.NEW, null, form, CaseState.DRAFT);
        CaseFile none = file(landUse(), "韦", site(0), Origin.NEW, null, "{}", CaseState.DRAFT);

        issuer().check(applied, landUse());
        refused("permitting.needs", () -> issuer().check(none, landUse()));
        application()
                .jdbc()
                .sql("update permit set valid_until = :day where id = :id")
                .param("day", today())
                .param("id", before.id())
                .update();

        assertThat(now(before).stateAt(today())).isEqualTo(State.EXPIRED);
        refused("permitting.needs-valid", () -> issuer().check(applied, landUse()));
        CaseFile extension = later(before, preexamination(), "韦", Origin.EXTENSION);
        refused("permitting.not-valid", () -> issuer().check(extension, preexamination()));
    }

    @Test
    void nobodyEndsOneAlone() {
        Permit permit = house("韦");
        UUID matter = as("both", () -> permits().propose(permit.id(), Act.REVOKE, "fraud", "a reason"))
                .id();

        refused("identity.four-eyes-same", () -> as("both", () -> permits().decide(matter, true, "")));
        assertThat(now(permit).state()).isEqualTo(State.VALID);
        as("head", () -> permits().decide(matter, true, ""));

        assertThat(now(permit).state()).isEqualTo(State.REVOKED);
        assertThat(permits().listEvents(permit))
                .extracting(Permit.Event::ground)
                .contains("fraud");
    }

    @Test
    void theThreeWaysOfEndingHaveTheirOwnGroundsAndStates() {
        Permit withdrawn = house("韦");
        Permit cancelled = house("覃");

        refused("permitting.ground", () -> proposed(withdrawn, Act.WITHDRAW, "fraud"));
        ended(withdrawn, Act.WITHDRAW, "law-changed");
        refused("permitting.act-state", () -> proposed(withdrawn, Act.REVOKE, "fraud"));
        ended(withdrawn, Act.CANCEL, "ended-before");
        ended(cancelled, Act.CANCEL, "given-up");

        assertThat(now(withdrawn).state()).isEqualTo(State.CANCELLED);
        assertThat(now(cancelled).state()).isEqualTo(State.CANCELLED);
        refused("permitting.act-state", () -> proposed(cancelled, Act.WITHDRAW, "facts-changed"));
        assertThat(permits().listEvents(withdrawn))
                .extracting(Permit.Event::act)
                .containsExactly(Act.CANCEL, Act.WITHDRAW, Act.ISSUE);
    }

    @Test
    void whatIsProposedIsNotProposedTwiceAndCanBeTakenBack() {
        Permit permit = house("韦");
        UUID matter = proposed(permit, Act.CANCEL, "given-up").id();

        refused("permitting.proposed", () -> proposed(permit, Act.CANCEL, "given-up"));
        as("keeper", () -> permits().takeBack(matter));

        assertThat(permits().listOpen(permit)).isEmpty();
        assertThat(now(permit).state()).isEqualTo(State.VALID);
    }

    @Test
    void anotherCountySeesNothingOfIt() {
        Permit permit = house("韦");

        assertThat(as("keeper", () -> permits().find(permit.id()))).isPresent();
        assertThat(as("north", () -> permits().find(permit.id()))).isEmpty();
        assertThat(as("north", () -> permits().list(new Permits.Filter("", null, null), 10)))
                .isEmpty();
    }

    @Test
    void aPersonIsNotFoundByNameButTheProjectIs() {
        house("韦建国");

        assertThat(as("keeper", () -> permits().list(new Permits.Filter("的住宅", State.VALID, HOUSE), 10)))
                .hasSize(1);
        assertThat(application()
                        .jdbc()
                        .sql("select count(*) from permit where searched like '%450206199001011234%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aVoidedNumberStaysWithItsReasonAndIsNeverGivenAgain() {
        Permit permit = house("韦");

        Permit again = as("head", () -> permits().voidNumber(permit.id(), "misprint"));

        assertThat(again.number()).isEqualTo(number("乡字第", 2));
        assertThat(permits().listVoided(again))
                .extracting(Permit.Voided::number, Permit.Voided::reason)
                .containsExactly(org.assertj.core.api.Assertions.tuple(permit.number(), "misprint"));
        assertThat(house("覃").number()).isEqualTo(number("乡字第", 3));
        assertThat(permits().findIssued(permit.number())).isEmpty();
    }

    @Test
    void anybodyIsToldHowItStandsToday() {
        Permit permit = house("韦");

        assertThat(standing(permit)).isEqualTo("VALID");
        ended(permit, Act.REVOKE, "fraud");
        assertThat(standing(permit)).isEqualTo("REVOKED");
    }

    private String standing(Permit permit) {
        return application().context().getBeansOfType(PaperSource.class).values().stream()
                .flatMap(source -> source.find(permit.number()).stream())
                .map(PaperSource.Checked::standing)
                .findFirst()
                .orElse("");
    }

    private void until(Permit permit, java.time.LocalDate day) {
        application()
                .jdbc()
                .sql("update permit set valid_until = :day where id = :id")
                .param("day", day)
                .param("id", permit.id())
                .update();
    }

    private List<String> told(Permit permit) {
        return as(
                        permit.holderAccount(),
                        () -> application().bean(Notices.class).listOwn(1000))
                .stream()
                .filter(notice -> notice.object().equals(permit.caseId().toString()))
                .map(Notice::kind)
                .toList();
    }

    private int entries(Permit permit, String verb) {
        return application()
                .jdbc()
                .sql("select count(*) from proof_entry where act = :verb and object like :object")
                .param("verb", "permitting:certificate:" + verb)
                .param("object", "%" + permit.id() + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void itsHolderIsToldThatItWasRevoked() {
        Permit permit = house("韦");
        ended(permit, Act.REVOKE, "fraud");
        assertThat(told(permit)).containsExactly("permit-ended");
    }

    @Test
    void itIsWarnedOfOnceAtEachDayThatIsSet() {
        Permit permit = issued(file(preexamination(), "韦", site(0)), preexamination());
        PermitSweep sweep = application().bean(PermitSweep.class);
        sweep.look();
        assertThat(told(permit)).isEmpty();
        until(permit, today().plusDays(90));
        sweep.look();
        sweep.look();
        assertThat(told(permit)).containsExactly("permit-warned");
        until(permit, today().plusDays(45));
        sweep.look();
        sweep.look();
        assertThat(told(permit)).containsExactly("permit-warned", "permit-warned");
        assertThat(entries(permit, "warn")).isEqualTo(2);
        assertThat(now(permit).state()).isEqualTo(State.VALID);
    }

    @Test
    void itExpiresOnceWithAnEntryAndANotice() {
        Permit permit = issued(file(preexamination(), "韦", site(0)), preexamination());
        Permit other = issued(file(preexamination(), "覃", site(0)), preexamination());
        until(permit, today());
        PermitSweep sweep = application().bean(PermitSweep.class);
        sweep.look();
        sweep.look();
        assertThat(now(permit).state()).isEqualTo(State.EXPIRED);
        assertThat(now(other).state()).isEqualTo(State.VALID);
        assertThat(told(permit)).containsExactly("permit-ended");
        assertThat(entries(permit, "expire")).isEqualTo(1);
        assertThat(permits().listEvents(permit)).extracting(Permit.Event::act).containsExactly(Act.EXPIRE, Act.ISSUE);
    }

    @Test
    void whenTheProofCannotBeWrittenNothingHasExpired() {
        Permit permit = issued(file(preexamination(), "韦", site(0)), preexamination());
        until(permit, today());
        application().without("proof_entry", () -> application()
                .bean(PermitSweep.class)
                .look());
        assertThat(told(permit)).isEmpty();
        assertThat(permits().listEvents(permit)).extracting(Permit.Event::act).containsExactly(Act.ISSUE);
    }

    @Test
    void withoutAVisitNothingIsDecidedThatNeedsOne() {
        MatterStep visit =
                new MatterStep("visit", house().title(), MatterStep.Kind.VISIT, null, 3, List.of(), List.of());
        Matter matter = matter(HOUSE, java.util.Objects.requireNonNull(house().result()), visit);
        CaseFile file = file(matter, "韦", site(0), Origin.NEW, null, "{}", CaseState.IN_REVIEW);

        refused("permitting.no-visit", () -> issuer().check(file, matter));
        application()
                .jdbc()
                .sql("""
                    insert into site_visit (id, case_id, division, visited_at, lon, lat, others, findings, agrees, signed_by,
                      signed_at, leaf)
                    select :id, :case, '450206', issued.at, 109.4, 24.3, '', 'seen', true, 'officer', issued.at, :leaf
                    from (select changed_at as at from permit where id = :permit) issued\
                    """)
                .param("id", UUID.randomUUID())
                .param("case", file.id())
                .param("leaf", "0".repeat(64))
                .param("permit", house("覃").id())
                .update();

        issuer().check(file, matter);
    }
}
