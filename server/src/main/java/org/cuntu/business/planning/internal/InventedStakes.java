package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.business.planning.BoundaryStake;
import org.cuntu.business.planning.BoundaryStake.Act;
import org.cuntu.business.planning.BoundaryStake.Kind;
import org.cuntu.business.planning.DemoStakes;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** At corners of the lines' own outlines, spread over their features, so that a stake lies on the line that it marks. */
@Component
class InventedStakes implements DemoStakes {
    private static final List<Map.Entry<String, String>> LINES =
            List.of(Map.entry("YJJBNTBHTB", "NT"), Map.entry("STBHHX", "ST"), Map.entry("CZKFBJ", "CZ"));
    private static final int EACH = 7;
    private static final LocalDate SET_ON = LocalDate.of(2026, 3, 2);
    private static final String WORDS = "演示（虚构） Invented for the demo";
    private static final List<Act> THEN =
            List.of(Act.ACCEPT, Act.ACCEPT, Act.SET, Act.ACCEPT, Act.DAMAGE, Act.ACCEPT, Act.LOSE);

    private final StakeTable stakes;
    private final LineVersions versions;
    private final CityFolder city;
    private final CityClock clock;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    InventedStakes(
            StakeTable stakes,
            LineVersions versions,
            CityFolder city,
            CityClock clock,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.stakes = stakes;
        this.versions = versions;
        this.city = city;
        this.clock = clock;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @Override
    public void prepare() {
        if (!stakes.list(null).isEmpty()) return;
        try (LineVersions.Open open = versions.open(clock.today())) {
            Counties counties = Counties.of(open);
            List<BoundaryStake> all = new ArrayList<>();
            for (Map.Entry<String, String> each : LINES)
                open.find(each.getKey())
                        .ifPresent(line -> all.addAll(along(each.getKey(), each.getValue(), line, counties)));
            transaction.executeWithoutResult(status -> all.forEach(this::add));
        }
    }

    private List<BoundaryStake> along(String layer, String prefix, Snapshot line, Counties counties) {
        List<BoundaryStake> made = new ArrayList<>();
        int count = StrictMath.min(EACH, line.size());
        for (int i = 0; i < count; i++) {
            Coordinate at =
                    line.geometry((int) ((long) i * line.size() / count)).getCoordinate();
            if (at == null) continue;
            String county = counties.at(new GeometryFactory().createPoint(at));
            Act last = THEN.get(i % THEN.size());
            made.add(new BoundaryStake(
                    UUID.randomUUID(),
                    layer,
                    "%s-演示-%03d".formatted(prefix, i + 1),
                    i % 3 == 2 ? Kind.SIGN : Kind.STAKE,
                    i % 3 == 2 ? "铝板（演示）" : "混凝土（演示）",
                    county.isEmpty() ? city.code() : county,
                    at.x,
                    at.y,
                    SET_ON.plusDays(i),
                    setter(),
                    last.then(),
                    last == Act.SET ? null : accepter(),
                    true,
                    clock.now()));
        }
        return made;
    }

    private String setter() {
        return actor.id();
    }

    /** Nobody accepts their own, in the demo neither. */
    private String accepter() {
        return actor.id() + "-2";
    }

    private void add(BoundaryStake stake) {
        stakes.add(stake);
        happened(stake, Act.SET, setter());
        if (stake.state() == BoundaryStake.State.SET) return;
        happened(stake, Act.ACCEPT, accepter());
        if (stake.state() == BoundaryStake.State.DAMAGED) happened(stake, Act.DAMAGE, setter());
        if (stake.state() == BoundaryStake.State.LOST) happened(stake, Act.LOSE, setter());
    }

    private void happened(BoundaryStake stake, Act act, String by) {
        stakes.happened(stake.id(), act, by, clock.now(), WORDS, List.of());
        proof.append(new ProofAct(
                actor.id(),
                "planning:stake:" + act.name().toLowerCase(java.util.Locale.ROOT),
                stake.layer() + " " + stake.number() + " " + stake.id(),
                null));
    }
}
