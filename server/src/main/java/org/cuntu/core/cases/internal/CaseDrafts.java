package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.oversight.GroundDivisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the applicant, or the counter for the applicant, has in hand: drafts, and cases that are to be corrected. */
@Component
class CaseDrafts {
    private final CaseTable cases;
    private final CaseTexts texts;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CaseChecks checks;
    private final CasePersons persons;
    private final CaseMoves moves;
    private final CaseCorrections corrections;
    private final Matters matters;
    private final CaseNoun noun;
    private final GroundDivisions ground;
    private final CityFolder city;
    private final CityClock clock;

    CaseDrafts(
            CaseTable cases,
            CaseTexts texts,
            CaseReading reading,
            CaseTransaction transaction,
            CaseChecks checks,
            CasePersons persons,
            CaseMoves moves,
            CaseCorrections corrections,
            Matters matters,
            CaseNoun noun,
            GroundDivisions ground,
            CityFolder city,
            CityClock clock) {
        this.cases = cases;
        this.texts = texts;
        this.reading = reading;
        this.transaction = transaction;
        this.checks = checks;
        this.persons = persons;
        this.moves = moves;
        this.corrections = corrections;
        this.matters = matters;
        this.noun = noun;
        this.ground = ground;
        this.city = city;
        this.clock = clock;
    }

    CaseFile draft(Cases.Order order) {
        LocalDate today = clock.today();
        Matter matter = matters.list(today).stream()
                .filter(each -> each.code().equals(order.matter()))
                .findFirst()
                .orElseThrow(() -> CaseChecks.refused("cases.unknown-matter", "matter", order.matter()));
        permitted(order);
        checks.applicant(order.applicant(), matter);
        if (order.origin() != CaseFile.Origin.NEW
                && (order.of() == null || order.of().isBlank())) throw CaseChecks.refused("cases.of-missing");
        UUID id = UUID.randomUUID();
        Instant now = clock.now();
        transaction.run(() -> {
            if (order.parent() != null) inPack(order.parent(), matter);
            CaseRow row = row(id, order, matter, now);
            cases.add(row);
            moves.note(
                    row, CaseState.DRAFT, CaseMoves.Done.of("DRAFTED", "draft").naming(matter.hash()));
        });
        return reading.file(id);
    }

    private void permitted(Cases.Order order) {
        boolean counter = persons.may(CasePersons.CREATE);
        boolean own = persons.may(CasePersons.APPLY)
                && persons.id().equals(order.applicant().account());
        if (!counter && !own)
            throw new ProblemAnswer(
                    403,
                    Problem.refused("cases.step-permission", Problem.Place.UNKNOWN, "permission", CasePersons.CREATE));
    }

    private void inPack(UUID parent, Matter matter) {
        CaseRow pack = cases.lock(parent).filter(persons::sees).orElseThrow(() -> CaseReading.unknown(parent));
        Matter of = reading.matter(pack);
        if (pack.state() != CaseState.DRAFT || !of.children().contains(matter.code()))
            throw CaseChecks.refused(
                    "cases.no-pack",
                    "matter",
                    matter.title().zh(),
                    "pack",
                    of.title().zh());
    }

    private CaseRow row(UUID id, Cases.Order order, Matter matter, Instant now) {
        return new CaseRow(
                id,
                null,
                matter.code(),
                matter.hash(),
                matter.title().zh(),
                Reach.significant(city.code()),
                CaseState.DRAFT,
                order.parent(),
                order.origin(),
                order.of(),
                order.applicant(),
                new CaseRow.Times(persons.id(), now, null, null, null, null, null, null, null),
                new CaseRow.Clocks(
                        null,
                        matter.limits().statutory(),
                        matter.limits().promised(),
                        CaseTimes.Due.NONE,
                        CaseTimes.Due.NONE),
                new CaseRow.Flags(false, false, 0, false, false, false, false, false),
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    CaseFile save(UUID id, Cases.Content content) {
        return transaction.on(id, row -> {
            inHand(row);
            Map<String, @Nullable Object> columns = new HashMap<>();
            String name = CaseChecks.name(content.name());
            columns.put("name", name);
            String form = CaseForms.write(content.form());
            columns.put("form_version", texts.keepForm(id, row.formVersion(), form, persons.id(), clock.now()));
            String division = content.division();
            CaseSite site = content.site() == null ? null : CaseSite.read(content.site());
            corrections.saved(row, content, site != null && !site.hash().equals(row.siteHash()));
            if (site != null) {
                columns.putAll(site.columns());
                if (!site.hash().equals(row.siteHash())) texts.keepSite(id, site.hash(), site.text());
                if (division == null)
                    division = ground.find(site.inside()[0], site.inside()[1]).orElse(null);
            }
            if (division != null) columns.put("division", division(division));
            cases.set(id, columns);
            if (row.number() != null && !name.equals(row.name())) noun.rename(id, row.number(), name);
            String digest = CaseTexts.sha256(form + (site == null ? "" : site.hash()));
            moves.note(row, row.state(), CaseMoves.Done.of("SAVED", "save").naming(digest));
        });
    }

    private String division(String division) {
        String significant = Reach.significant(division);
        if (!significant.matches("[0-9]{4,12}") || !significant.startsWith(Reach.significant(city.code())))
            throw CaseChecks.refused("cases.division", "division", division);
        return significant;
    }

    void discard(UUID id) {
        transaction.run(() -> {
            CaseRow row = cases.lock(id).filter(persons::sees).orElseThrow(() -> CaseReading.unknown(id));
            if (row.state() != CaseState.DRAFT) throw wrong(row);
            for (CaseRow child : cases.listChildren(id)) remove(child);
            remove(row);
        });
    }

    private void remove(CaseRow row) {
        moves.note(row, CaseState.DRAFT, CaseMoves.Done.of("DISCARDED", "discard"));
        texts.remove(row);
        cases.remove(row.id());
    }

    /** A draft is its maker's and its applicant's; what is to be corrected also the counter's. */
    void inHand(CaseRow row) {
        if (!row.isInHand()) throw wrong(row);
        applicantOrCounter(row);
    }

    void applicantOrCounter(CaseRow row) {
        boolean counter = row.state() != CaseState.DRAFT && persons.may(CasePersons.CREATE, row.division());
        if (!persons.isApplicant(row) && !counter && !persons.isOwner())
            throw new ProblemAnswer(403, Problem.refused("cases.not-applicant", Problem.Place.UNKNOWN));
    }

    static ProblemAnswer wrong(CaseRow row) {
        return ProblemAnswer.conflict(
                "cases.state", "number", row.called(), "state", row.state().name());
    }

    /** A case of a pack without a site of its own has the pack's. */
    void inherit(CaseRow pack, CaseRow child) {
        String site = texts.site(pack.id(), pack.siteHash());
        if (child.siteHash() != null || site == null) return;
        CaseSite of = CaseSite.read(site);
        texts.keepSite(child.id(), of.hash(), of.text());
        Map<String, @Nullable Object> columns = new HashMap<>(of.columns());
        columns.put("division", pack.division());
        cases.set(child.id(), columns);
    }
}
