package org.cuntu.business.planning.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.cuntu.business.planning.DemoPlanLists;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorEntry.Level;
import org.cuntu.business.planning.SectorEntry.State;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorPlans.Act;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.business.planning.VillagePlan;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.files.FileRef;
import org.cuntu.platform.files.Files;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fifteen sector plans in all states, one of them with a road that meets farmland; and a row for every village, by its code. */
@Component
class InventedPlanLists implements DemoPlanLists {
    private static final String EDITOR = "oumingke";
    private static final String DECIDER = "tangjingxing";
    private static final String REASON = "演示数据，虚构 invented";
    private static final String ROAD = "ZX-2026-001";
    private static final double ROAD_WIDTH = 60;
    private static final int FIRST_VILLAGE = 200;

    private final SectorTable sectors;
    private final SectorRoundTable rounds;
    private final SectorFile file;
    private final SectorGround grounds;
    private final SectorWork work;
    private final VillageTable villages;
    private final VillageGround villageGround;
    private final Files files;
    private final ProofLog proof;
    private final CityFolder city;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    InventedPlanLists(
            SectorTable sectors,
            SectorRoundTable rounds,
            SectorFile file,
            SectorGround grounds,
            SectorWork work,
            VillageTable villages,
            VillageGround villageGround,
            Files files,
            ProofLog proof,
            CityFolder city,
            CityClock clock,
            TransactionTemplate transaction) {
        this.sectors = sectors;
        this.rounds = rounds;
        this.file = file;
        this.grounds = grounds;
        this.work = work;
        this.villages = villages;
        this.villageGround = villageGround;
        this.files = files;
        this.proof = proof;
        this.city = city;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void prepare() {
        if (sectors.list().isEmpty()) {
            transaction.executeWithoutResult(status -> sectors());
            road();
        }
        if (villages.all().isEmpty()) transaction.executeWithoutResult(status -> villages());
    }

    private void sectors() {
        String all = city.code();
        add(1, "城市综合交通体系规划", "transport", all, State.CHECKING, "2026-12-31");
        add(2, "电力设施布局专项规划", "energy", all, State.DRAFTING, "2026-09-30");
        add(3, "水资源与水利设施专项规划", "water", all, State.APPROVED, "2026-06-30");
        add(4, "高标准农田建设专项规划", "farming", all, State.DRAFTING, "2027-03-31");
        add(5, "通信基础设施专项规划", "information", all, State.STORED, "2025-12-31");
        add(6, "市政管网与综合管廊专项规划", "municipal", all, State.NOT_STARTED, "2026-10-31");
        add(7, "中小学幼儿园布局专项规划", "education", all, State.STORED, "2025-06-30");
        add(8, "医疗卫生设施布局专项规划", "health", all, State.DRAFTING, "2026-11-20");
        add(9, "养老服务设施专项规划", "elderly", "450203", State.DRAFTING, "2027-06-30");
        add(10, "全民健身设施专项规划", "sports", "450204", State.NOT_STARTED, "2027-12-31");
        add(11, "文物保护专项规划", "heritage", all, State.APPROVED, "2026-03-31");
        add(12, "矿产资源总体规划", "minerals", all, State.STORED, "2024-12-31");
        add(13, "地质灾害防治专项规划", "geohazard", "450225", State.DRAFTING, "2026-08-31");
        add(14, "国土空间生态修复规划", "restoration", all, State.ABOLISHED, "2025-12-31");
        add(15, "综合防灾减灾专项规划", "disaster", "450206", State.NOT_STARTED, "2026-12-15");
        proof.append(new ProofAct("local", "planning:sector:invent", "sector plans", null));
    }

    private void add(int number, String name, String sector, String division, State state, String deadline) {
        LocalDate due = LocalDate.parse(deadline);
        boolean approved = state == State.APPROVED || state == State.STORED;
        SectorEntry entry = new SectorEntry(
                String.format("%s-2026-%03d", file.numberLetters(), number),
                name + "（演示，虚构）",
                sector,
                division.equals(city.code()) ? Level.CITY : Level.COUNTY,
                division,
                file.findSector(sector, clock.today()).orElseThrow().makerZh() + "（演示）",
                division.equals(city.code()) ? "市人民政府（演示）" : "县（区）人民政府（演示）",
                2021,
                2035,
                due,
                state,
                approved ? "演示规〔" + due.getYear() + "〕" + number + "号（虚构）" : null,
                approved ? due.minusDays(40) : null,
                true);
        Instant now = clock.now();
        sectors.add(entry, now);
        sectors.happened(entry, Act.ADD, DECIDER, EDITOR, now, REASON);
    }

    /** A road across the fields south of the core. */
    private void road() {
        String line =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"invented\"},"
                        + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[109.31,24.21],[109.36,24.25],[109.40,24.28],"
                        + "[109.44,24.31],[109.50,24.33]]}}]}";
        String name = "road-invented.geojson";
        try {
            FileRef kept = files.keep(
                    new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), name, "application/geo+json");
            SectorFindings found = work.find(
                    "transport", grounds.read(kept.sha256(), name, null, ROAD_WIDTH, () -> {}), (done, total) -> {});
            transaction.executeWithoutResult(status -> {
                rounds.add(new SectorRound(
                        ROAD,
                        1,
                        EDITOR,
                        List.of(),
                        clock.now(),
                        kept.sha256(),
                        name,
                        kept.size(),
                        null,
                        ROAD_WIDTH,
                        null,
                        SectorRound.State.WORKING,
                        null,
                        null,
                        null,
                        List.of()));
                rounds.found(ROAD, 1, found);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void villages() {
        var all = villageGround.at(clock.today()).map(VillageGround.Villages::byCode);
        if (all.isEmpty()) return;
        Instant now = clock.now();
        for (String code : all.get().keySet()) villages.put(village(code), DECIDER, EDITOR, now, REASON);
        proof.append(new ProofAct("local", "planning:village:invent", all.get().size() + " villages", null));
    }

    private static VillagePlan village(String code) {
        SplittableRandom chance = new SplittableRandom(Long.parseLong(code));
        boolean community = Integer.parseInt(code.substring(9)) < FIRST_VILLAGE;
        double kind = chance.nextDouble();
        String type = community
                ? kind < 0.4 ? "suburban" : "other"
                : kind < 0.12
                        ? "suburban"
                        : kind < 0.57 ? "cluster" : kind < 0.68 ? "heritage" : kind < 0.76 ? "moving" : "other";
        boolean must = !type.equals("moving") && !type.equals("other");
        double way = chance.nextDouble();
        VillagePlan.State state = way < (must ? 0.58 : 0.1)
                ? VillagePlan.State.APPROVED
                : way < (must ? 0.8 : 0.16) ? VillagePlan.State.DRAFTING : VillagePlan.State.NONE;
        boolean approved = state == VillagePlan.State.APPROVED;
        int year = 2021 + chance.nextInt(5);
        return new VillagePlan(
                code,
                type,
                must,
                state,
                approved ? "演示村规〔" + year + "〕" + (1 + chance.nextInt(200)) + "号（虚构）" : null,
                approved ? LocalDate.of(year, 1 + chance.nextInt(12), 1 + chance.nextInt(28)) : null,
                null,
                true);
    }
}
