package org.cuntu.business.planning.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cuntu.business.planning.Affected;
import org.cuntu.business.planning.AreaLedger;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.LineTargets;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.ProposalFindings;
import org.cuntu.business.planning.Proposals;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a round's version and finds all that is to be said of it; nothing is written but the snapshot's file. */
@Component
class RoundWork {
    private static final String SURVEY = "DLTB";

    private final ControlLines lines;
    private final LineVersions versions;
    private final LineCandidates candidates;
    private final LedgerMaking ledgers;
    private final LineChecks checks;
    private final LineTargets targets;
    private final AffectedSearch affected;
    private final ProposalRounds rounds;
    private final CityFolder city;
    private final CityClock clock;

    RoundWork(
            ControlLines lines,
            LineVersions versions,
            LineCandidates candidates,
            LedgerMaking ledgers,
            LineChecks checks,
            LineTargets targets,
            AffectedSearch affected,
            ProposalRounds rounds,
            CityFolder city,
            CityClock clock) {
        this.lines = lines;
        this.versions = versions;
        this.candidates = candidates;
        this.ledgers = ledgers;
        this.checks = checks;
        this.targets = targets;
        this.affected = affected;
        this.rounds = rounds;
        this.city = city;
        this.clock = clock;
    }

    /** @param base hash; null: the line had no version */
    record Made(@Nullable String base, String candidate, ProposalFindings findings) {}

    /** Hears how far it is. */
    interface Watch {
        void at(int done, int total);
    }

    /** From which day it would be in force when it were released now. */
    LocalDate day(Proposal proposal) {
        LocalDate today = clock.today();
        return proposal.inForceFrom().isBefore(today) ? today : proposal.inForceFrom();
    }

    /** Hash of the version in force on that day; null: none. */
    @Nullable
    String base(Proposal proposal) {
        return versions.find(proposal.layer(), day(proposal))
                .map(SnapshotRef::hash)
                .orElse(null);
    }

    /** @param candidate made before of the same base; null: it is made now */
    Made make(Proposal proposal, @Nullable String candidate, Watch watch) throws IOException {
        LocalDate day = day(proposal);
        ControlLine line = lines.findLine(proposal.layer(), day)
                .orElseThrow(() -> LineCandidates.refused("planning.unknown-line", "layer", proposal.layer()));
        String base = base(proposal);
        try (LineVersions.Open open = versions.open(day)) {
            Counties counties = Counties.of(open);
            Snapshot before = base == null
                    ? null
                    : open.open(proposal.layer(), base)
                            .orElseThrow(
                                    () -> LineCandidates.refused("planning.no-version", "layer", proposal.layer()));
            watch.at(0, 4);
            String hash = candidate != null
                    ? candidate
                    : candidates.make(
                            proposal, line, before, rounds.shapes(proposal.id(), proposal.round()), open, counties);
            watch.at(1, 4);
            try (LineVersions.Open own = versions.open(day)) {
                Snapshot after = own.open(proposal.layer(), hash)
                        .orElseThrow(() -> new IllegalStateException("no file of " + hash));
                return new Made(base, hash, find(proposal, line, base, before, after, open, counties, watch));
            }
        }
    }

    private ProposalFindings find(
            Proposal proposal,
            ControlLine line,
            @Nullable String base,
            @Nullable Snapshot before,
            Snapshot after,
            LineVersions.Open open,
            Counties counties,
            Watch watch) {
        GroundChange change = GroundChange.between(line, before, after);
        elsewhere(proposal, change, counties);
        List<AreaLedger> made = ledgers.make(line, before, change, counties);
        Set<String> types = new TreeSet<>();
        for (Proposals.Given document : rounds.listDocuments(proposal.id()))
            if (document.type() != null) types.add(document.type());
        watch.at(2, 4);
        List<RuleAnswer> answers = checks.answer(new LineChecks.Asked(
                line,
                before,
                after,
                change,
                made,
                open,
                counties,
                types,
                targets.inForce(line.layer(), open.day(), null),
                city.code()));
        watch.at(3, 4);
        Affected concerned = affected.find(line, base, after.hash(), change.ground(), open, done -> watch.at(3, 4));
        return new ProposalFindings(
                clock.now(),
                change.figures(),
                made,
                ledgers.soil(open.find(SURVEY).orElse(null), change, counties),
                answers,
                concerned,
                new TreeMap<>(open.used()));
    }

    /** A county's proposal changes no other county's ground. */
    private void elsewhere(Proposal proposal, GroundChange change, Counties counties) {
        String own = candidates.county(proposal);
        if (own == null) return;
        for (var part : counties.split(change.ground()).entrySet())
            if (!part.getKey().equals(own) && part.getValue() >= 1)
                throw LineCandidates.refused(
                        "planning.elsewhere",
                        "division",
                        own,
                        "county",
                        part.getKey().isEmpty() ? "–" : part.getKey());
    }
}
