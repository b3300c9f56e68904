package org.cuntu.business.planning.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.core.rules.Verdict;
import org.cuntu.platform.home.CityClock;
import org.springframework.stereotype.Component;

/** Checks of sector plans as papers that anybody can check: those that came to an end, by entry and round. */
@Component
class SectorPaperSource implements PaperSource {
    private static final Pattern NUMBER = Pattern.compile("(.+)-(\\d{1,6})");

    private final SectorRoundTable rounds;
    private final CityClock clock;

    SectorPaperSource(SectorRoundTable rounds, CityClock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    /** As {@link #find} takes it. */
    static String number(String code, int round) {
        return code + "-" + round;
    }

    @Override
    public Optional<Checked> find(String number) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) return Optional.empty();
        return rounds.find(parts.group(1), Integer.parseInt(parts.group(2))).flatMap(round -> checked(number, round));
    }

    private Optional<Checked> checked(String number, SectorRound round) {
        Verdict verdict = round.verdict();
        String hash = round.hash();
        if (verdict == null || hash == null) return Optional.empty();
        return Optional.of(new Checked(
                "sector-check", number, round.begunAt().atZone(clock.zone()).toLocalDate(), verdict.name(), hash));
    }

    @Override
    public String act() {
        return "planning:sector:verify";
    }
}
