package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.Freshness;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Degraded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds the owners of layers (催报): one notice when the day is near, one when it is past, each with its proof entry, whatever
 * the number of nodes and of looks. What is overdue is told to the operator; the service itself is whole.
 */
@Component
class Reminders implements Degraded {
    private final Catalogue catalogue;
    private final NoticeTable table;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private volatile List<String> overdue = List.of();

    Reminders(
            Catalogue catalogue, NoticeTable table, ProofLog proof, CityClock clock, TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.table = table;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Writes the notices that are due and were not yet written. */
    void look() {
        List<CatalogueEntry> entries = catalogue.list(clock.today(), null);
        List<Notice> due =
                entries.stream().flatMap(entry -> due(entry).stream()).toList();
        transaction.executeWithoutResult(status -> {
            table.lock();
            LocalDate first = due.stream()
                    .map(Notice::dueOn)
                    .min(Comparator.naturalOrder())
                    .orElse(clock.today());
            List<Notice> written = table.listDueFrom(first);
            for (Notice notice : due) if (written.stream().noneMatch(notice::isSameAs)) write(notice);
        });
        overdue = entries.stream()
                .filter(entry -> entry.freshness().counties().stream()
                        .anyMatch(county -> county.state() == Freshness.State.OVERDUE))
                .map(entry -> entry.layer().code())
                .toList();
    }

    private void write(Notice notice) {
        table.add(notice);
        String object = notice.layer() + " " + notice.kind() + " " + notice.dueOn() + " " + notice.unit();
        proof.append(new ProofAct(CurrentActor.LOCAL, "catalogue:notice:write", object, null));
    }

    /** One for each day on which data of some counties is, or was, awaited. */
    private List<Notice> due(CatalogueEntry entry) {
        List<Notice> notices = new ArrayList<>();
        Freshness freshness = entry.freshness();
        if (freshness.counties().isEmpty()) {
            add(notices, entry, freshness.state(), freshness.dueOn(), "");
            return notices;
        }
        for (Freshness.County county : freshness.counties())
            add(notices, entry, county.state(), county.dueOn(), county.division());
        return notices;
    }

    private void add(
            List<Notice> notices,
            CatalogueEntry entry,
            Freshness.State state,
            @Nullable LocalDate dueOn,
            String division) {
        Optional<Notice.Kind> kind =
                switch (state) {
                    case DUE_SOON -> Optional.of(Notice.Kind.DUE_SOON);
                    case OVERDUE -> Optional.of(Notice.Kind.OVERDUE);
                    case FRESH, IRREGULAR, MISSING -> Optional.empty();
                };
        if (kind.isEmpty() || dueOn == null) return;
        List<String> divisions = new ArrayList<>();
        Instant at = clock.now();
        Notice one = new Notice(
                UUID.randomUUID(),
                entry.layer().code(),
                kind.get(),
                dueOn,
                entry.metadata().unit(),
                List.of(),
                at);
        notices.stream().filter(one::isSameAs).findFirst().ifPresent(same -> divisions.addAll(same.divisions()));
        notices.removeIf(one::isSameAs);
        if (!division.isEmpty()) divisions.add(division);
        notices.add(new Notice(one.id(), one.layer(), one.kind(), dueOn, one.unit(), divisions, at));
    }

    /** The newest first. */
    List<Notice> listNewest(int limit) {
        return table.listNewest(limit);
    }

    /** Data that is overdue makes reviews answer less, not the service unwell. */
    @Override
    public Optional<String> why() {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> problem() {
        List<String> layers = overdue;
        if (layers.isEmpty()) return Optional.empty();
        return Optional.of(Problem.warning(
                "catalogue.overdue",
                Problem.Place.UNKNOWN,
                "count",
                layers.size(),
                "layers",
                String.join(", ", layers)));
    }
}
