package org.cuntu.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cuntu.bench.cases.CaseGround;
import org.cuntu.bench.cases.CasePeople;
import tools.jackson.databind.JsonNode;

/** A citizen: follows the own cases, fills an application in, hands it in; thinks ten seconds between. For one thread. */
final class CaseCitizen {
    static final int THINKS_MS = 10_000;
    private static final String OWN = "/api/public/applications";
    private static final String[] MATERIALS = {"application", "village-consent", "house-plan", "neighbours"};

    private final CaseSession session;
    private final SplittableRandom dice;
    private final int number;
    private List<String> seen = new ArrayList<>();
    private String draft = "";
    private int saved;

    CaseCitizen(CaseSession session, SplittableRandom dice, String account) {
        this.session = session;
        this.dice = dice;
        this.number = Integer.parseInt(account.substring(account.lastIndexOf('-') + 1));
    }

    void work(long end) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(dice.nextInt(THINKS_MS));
        list();
        while (true) {
            int pause = THINKS_MS / 2 + dice.nextInt(THINKS_MS);
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > end) return;
            TimeUnit.MILLISECONDS.sleep(pause);
            int chance = dice.nextInt(100);
            if (chance < 40) list();
            else if (chance < 65) look();
            else if (chance < 75) session.get("matters", "/api/public/matters/rural-house");
            else if (chance < 80) session.get("notices", "/api/notices");
            else apply();
        }
    }

    private void list() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : session.get("own list", OWN).body().path("items"))
            ids.add(item.path("id").asString(""));
        seen = ids;
    }

    private void look() throws InterruptedException {
        if (!seen.isEmpty()) session.get("own case", OWN + "/" + seen.get(dice.nextInt(seen.size())));
    }

    /** A draft is begun, then saved, then given its papers, then handed in; one of these each time. */
    private void apply() throws InterruptedException {
        if (draft.isEmpty()) begin();
        else if (saved == 0 || saved == 1) save();
        else if (saved - 2 < MATERIALS.length) give(MATERIALS[saved - 2]);
        else submit();
    }

    private void begin() throws InterruptedException {
        draft = session.post(
                        "begin",
                        OWN,
                        Map.of(
                                "matter",
                                "rural-house",
                                "applicant",
                                Map.of(
                                        "kind",
                                        "natural",
                                        "idNumber",
                                        CasePeople.idNumber(number),
                                        "phone",
                                        "13800000001")))
                .body()
                .path("id")
                .asString("");
        saved = 0;
    }

    private void save() throws InterruptedException {
        double lon = 109.3 + number % 100 * 0.001;
        double lat = 24.2 + number / 100 * 0.001;
        CaseSession.Answer answer = session.put("save", OWN + "/" + draft, content(lon, lat));
        if (answer.isGood()) saved++;
    }

    private Map<String, Object> content(double lon, double lat) {
        return Map.of(
                "name",
                "龙江村韦家新建住房",
                "division",
                "450206102",
                "form",
                CaseGround.answers(1 + dice.nextInt(3)),
                "site",
                Map.of(
                        "type",
                        "FeatureCollection",
                        "features",
                        List.of(Map.of(
                                "type",
                                "Feature",
                                "properties",
                                Map.of("number", "1"),
                                "geometry",
                                CaseGround.house(lon, lat)))));
    }

    private void give(String material) throws InterruptedException {
        if (session.give("give", OWN + "/" + draft + "/materials/" + material, CaseGround.form())
                .isGood()) saved++;
    }

    private void submit() throws InterruptedException {
        session.post("submit", OWN + "/" + draft + "/submit", Map.of());
        draft = "";
    }
}
