package org.cuntu.platform.oversight.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.LogTally;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.calendar.WorkingDays;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.User;
import org.cuntu.platform.oversight.UnusualAct;
import org.cuntu.platform.oversight.UnusualKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One look along the log: counts what was numbered since the last one, and notices who is above what is usual. Counting
 * reads outside of any transaction; what is written then is a handful of rows, and goes on from where the last look ended or
 * not at all, so that an entry counts once however many looks there are.
 */
@Component
class UnusualLook {
    /** Of so many entries at a time, so that a long absence is made up for in steps. */
    static final int STEP = 50_000;

    private static final Duration KEPT = Duration.ofDays(8);

    private final LogTally log;
    private final UnusualTable table;
    private final CityUsual usual;
    private final OwnGround own;
    private final Accounts accounts;
    private final ProofLog proof;
    private final WorkingDays calendar;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    UnusualLook(
            LogTally log,
            UnusualTable table,
            CityUsual usual,
            OwnGround own,
            Accounts accounts,
            ProofLog proof,
            WorkingDays calendar,
            CityClock clock,
            TransactionTemplate transaction) {
        this.log = log;
        this.table = table;
        this.usual = usual;
        this.own = own;
        this.accounts = accounts;
        this.proof = proof;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @return how many entries were looked at; a whole step: there may be more */
    long look() {
        long from = table.next();
        long to = StrictMath.min(log.size(), from + STEP);
        if (to <= from) return 0;
        Map<UnusualTable.Slot, Long> counted = counted(from, to);
        transaction.executeWithoutResult(status -> {
            if (!table.goOn(from, to)) return;
            counted.forEach(table::add);
            Set<UnusualTable.Slot> slots = new LinkedHashSet<>();
            counted.keySet().forEach(slot -> slots.add(slot.whole()));
            slots.forEach(this::notice);
            table.forgetCountsBefore(clock.now().minus(KEPT));
        });
        return to - from;
    }

    private Map<UnusualTable.Slot, Long> counted(long from, long to) {
        Map<String, User> people = new HashMap<>();
        for (User user : accounts.listAll()) people.put(user.id(), user);
        Map<UnusualTable.Slot, Long> counted = new LinkedHashMap<>();
        for (LogTally.Count count : log.countActs(from, to))
            for (UnusualKind kind : kinds(count, people.containsKey(count.actor())))
                counted.merge(
                        new UnusualTable.Slot(count.actor(), kind, slot(kind, count.hour()), ""),
                        count.acts(),
                        Long::sum);
        for (LogTally.Place place : log.listPlaces(from, to)) {
            User user = people.get(place.actor());
            if (user == null || !ActKinds.isOfAPlace(place.act())) continue;
            own.findOther(user, place.lon(), place.lat())
                    .ifPresent(division -> counted.merge(
                            new UnusualTable.Slot(user.id(), UnusualKind.DIVISIONS, place.hour(), division),
                            1L,
                            Long::sum));
        }
        return counted;
    }

    /** The home's owner and the system's own work have no hours; of who has no account only refusals say anything. */
    private List<UnusualKind> kinds(LogTally.Count count, boolean person) {
        if (count.actor().equals(CurrentActor.LOCAL)) return List.of();
        UsualRules rules = usual.at(day(count.hour()));
        Set<UnusualKind> kinds = ActKinds.of(count.act(), rules.working().holds(count.hour(), clock.zone(), calendar));
        if (person) return List.copyOf(kinds);
        boolean refused = kinds.contains(UnusualKind.REFUSALS);
        return refused ? List.of(UnusualKind.REFUSALS) : List.of();
    }

    private Instant slot(UnusualKind kind, Instant hour) {
        return kind.isDaily() ? day(hour).atStartOfDay(clock.zone()).toInstant() : hour;
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.zone());
    }

    private void notice(UnusualTable.Slot slot) {
        LocalDate day = day(slot.at());
        long most = usual.at(day).most(slot.kind());
        long acts = table.count(slot);
        if (acts <= most || table.isNoticed(slot.person(), slot.kind(), day)) return;
        String object = slot.person() + " " + slot.kind() + " " + acts + " of " + most + " from " + slot.at();
        String leaf = proof.append(new ProofAct(CurrentActor.LOCAL, "audit:unusual:notice", object, null));
        table.add(new UnusualAct(slot.person(), slot.kind(), day, slot.at(), acts, most, clock.now(), leaf));
    }
}
