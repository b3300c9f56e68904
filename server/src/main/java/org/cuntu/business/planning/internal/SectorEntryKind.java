package org.cuntu.business.planning.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorEntry.State;
import org.cuntu.business.planning.SectorPlans.Act;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** Adding, changing and striking an entry of the list, by two persons. */
@Component
class SectorEntryKind implements FourEyes.Kind {
    static final String CODE = "sector-entry";
    static final String ACT = "act";

    private final SectorTable table;
    private final SectorForm form;
    private final SectorPersons persons;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;
    private final Settings settings;

    SectorEntryKind(
            SectorTable table,
            SectorForm form,
            SectorPersons persons,
            CurrentUser current,
            ProofLog proof,
            CityClock clock,
            Settings settings) {
        this.table = table;
        this.form = form;
        this.persons = persons;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toPropose() {
        return SectorPersons.EDIT;
    }

    @Override
    public String toDecide() {
        return SectorPersons.RELEASE;
    }

    @Override
    public Set<String> concerned(String subject) {
        return Set.of();
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        after(subject, content);
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        SectorEntry after = after(matter.subject(), matter.content());
        Act act = Act.valueOf(matter.content().get(ACT));
        String decider = current.get().id();
        if (act == Act.ADD) table.add(after, clock.now());
        table.happened(after, act, decider, matter.proposedBy(), clock.now(), matter.reason());
        String verb = act.name().toLowerCase(java.util.Locale.ROOT);
        proof.append(new ProofAct(decider, "planning:sector:" + verb, after.code(), null));
        return Map.of("code", after.code());
    }

    /** As the entry would stand. @throws org.cuntu.engine.problem.InputRefused when it could not be done */
    private SectorEntry after(String code, Map<String, String> content) {
        SectorEntry held = table.find(code, false).orElse(null);
        String act = content.getOrDefault(ACT, "");
        SectorEntry after =
                switch (act) {
                    case "ADD" -> {
                        if (held != null) throw LineCandidates.refused("planning.sector-code-taken", "code", code);
                        yield form.read(content, settings.mode() == Settings.Mode.DEMO);
                    }
                    case "CHANGE" -> changed(open(held, code), content);
                    case "STRIKE" -> open(held, code).in(State.ABOLISHED);
                    default -> throw LineCandidates.refused("planning.sector-act", "act", act);
                };
        if (!after.code().equals(code)) throw LineCandidates.refused("planning.sector-act", "act", after.code());
        if (held != null) reach(held);
        reach(after);
        return after;
    }

    private static SectorEntry open(@org.jspecify.annotations.Nullable SectorEntry held, String code) {
        if (held == null) throw ProblemAnswer.notFound("planning.sector-unknown", "code", code);
        if (held.state().isEnd())
            throw ProblemAnswer.conflict(
                    "planning.sector-state", "code", code, "state", held.state().name());
        return held;
    }

    private SectorEntry changed(SectorEntry held, Map<String, String> content) {
        SectorEntry typed = form.read(content, held.invented());
        return typed.approved(held.state(), held.approval(), held.approvedOn());
    }

    /** Whoever proposes and whoever decides reach the division. */
    private void reach(SectorEntry entry) {
        boolean reaches = persons.reaches(SectorPersons.EDIT, entry.division())
                || persons.reaches(SectorPersons.RELEASE, entry.division());
        if (!reaches)
            throw new ProblemAnswer(
                    403,
                    Problem.refused("planning.other-division", Problem.Place.UNKNOWN, "division", entry.division()));
    }
}
