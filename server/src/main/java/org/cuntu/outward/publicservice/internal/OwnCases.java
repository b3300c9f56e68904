package org.cuntu.outward.publicservice.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseSummary;
import org.cuntu.core.cases.Cases;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The caller's own cases: those whose applicant's account is the caller. Any other one is not found. */
@Component
class OwnCases {
    private static final int MOST = 200;
    private static final int LATEST = 10;

    private final Cases cases;
    private final ApplicationTable table;
    private final CurrentUser current;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    OwnCases(
            Cases cases,
            ApplicationTable table,
            CurrentUser current,
            CityClock clock,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.table = table;
        this.current = current;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The newest first. */
    List<CaseSummary> list() {
        return list(MOST);
    }

    private List<CaseSummary> list(int most) {
        String me = current.get().id();
        return cases.listSummaries(table.list(me, most)).stream()
                .filter(each -> me.equals(each.applicant().account()))
                .toList();
    }

    Optional<CaseFile> find(UUID id) {
        try {
            CaseFile found = cases.get(id);
            return current.get().id().equals(found.applicant().account()) ? Optional.of(found) : Optional.empty();
        } catch (ProblemAnswer e) {
            if (e.status() == 404) return Optional.empty();
            throw e;
        }
    }

    CaseFile get(UUID id) {
        return find(id).orElseThrow(() -> ProblemAnswer.notFound("publicservice.unknown", "id", id));
    }

    /** What the caller said of itself last; empty when it never applied. */
    Optional<Applicant> last() {
        return list(LATEST).stream().map(CaseSummary::applicant).findFirst();
    }

    /** A new draft; a number or phone that is left out is the one given last. */
    CaseFile begin(String matter, Said said, CaseFile.Origin origin, @Nullable String of, @Nullable UUID parent) {
        User user = current.get();
        Optional<Applicant> last = last().filter(each -> each.kind().equals(said.kind()));
        String number =
                said.idNumber().isEmpty() ? last.map(Applicant::idNumber).orElse("") : said.idNumber();
        String phone = said.phone().isEmpty() ? last.map(Applicant::phone).orElse("") : said.phone();
        // a natural person is who is signed in
        String name = said.kind().equals("natural") ? user.name() : said.name();
        if (name.isEmpty()) name = last.map(Applicant::name).orElse("");
        Persons.check(said.kind(), name, number, phone);
        Applicant applicant = new Applicant(said.kind(), name, number, phone, user.id());
        return written(() -> {
            CaseFile draft = cases.draft(new Cases.Order(matter, applicant, origin, of, parent));
            table.begin(draft.id(), user.id(), draft.matter(), clock.now());
            return draft;
        });
    }

    /** What somebody says of itself; empty: as the last time. */
    record Said(String kind, String name, String idNumber, String phone) {}

    CaseFile put(UUID id, String material, @Nullable FileRef file, String name) {
        get(id);
        return written(() -> {
            CaseFile now = cases.put(id, material, file, name);
            if (file == null) table.take(id, material);
            else table.give(id, material, file, name, clock.now());
            return now;
        });
    }

    CaseFile promise(UUID id, String material) {
        get(id);
        return written(() -> {
            CaseFile now = cases.promise(id, material);
            table.give(id, material, null, "", clock.now());
            return now;
        });
    }

    void discard(UUID id) {
        get(id);
        transaction.executeWithoutResult(status -> {
            cases.discard(id);
            table.forget(id);
        });
    }

    private CaseFile written(java.util.function.Supplier<CaseFile> act) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> act.get()));
    }
}
