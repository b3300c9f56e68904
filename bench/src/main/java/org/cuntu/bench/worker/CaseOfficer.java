package org.cuntu.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An officer: looks at the own list, opens cases, acts on them, searches; thinks five seconds between. For one thread. */
final class CaseOfficer {
    static final int THINKS_MS = 5_000;
    private static final List<String> GOOD = List.of("ACCEPT", "AGREE", "DONE");
    private static final String[] WORDS = {"韦家", "龙江村", "新建", "lj", "乡字 1"};
    private static final String[] BOARDS = {"section", "person", "matter", "county"};

    private final CaseSession session;
    private final SplittableRandom dice;
    private List<String> seen = new ArrayList<>();

    CaseOfficer(CaseSession session, SplittableRandom dice) {
        this.session = session;
        this.dice = dice;
    }

    void work(long end) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(dice.nextInt(THINKS_MS));
        inbox("view=mine");
        while (true) {
            int pause = THINKS_MS / 2 + dice.nextInt(THINKS_MS);
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > end) return;
            TimeUnit.MILLISECONDS.sleep(pause);
            next(dice.nextInt(100));
        }
    }

    private void next(int chance) throws InterruptedException {
        if (chance < 25) inbox("view=mine");
        else if (chance < 30) inbox("view=all&light=RED");
        else if (chance < 35) inbox("view=done");
        else if (chance < 40) inbox("view=all&words=" + CaseText.encoded(WORDS[dice.nextInt(3)]));
        else if (chance < 60) open();
        else if (chance < 66) process();
        else if (chance < 72) search();
        else if (chance < 77) board();
        else if (chance < 82) session.get("notices", "/api/notices");
        else act();
    }

    private void inbox(String asked) throws InterruptedException {
        CaseSession.Answer answer = session.get("inbox", "/api/cases?" + asked);
        List<String> ids = new ArrayList<>();
        for (JsonNode item : answer.body().path("items"))
            ids.add(item.path("id").asString(""));
        if (asked.equals("view=mine") || seen.isEmpty()) seen = ids;
    }

    private JsonNode open() throws InterruptedException {
        if (seen.isEmpty()) inbox("view=mine");
        if (seen.isEmpty()) inbox("view=all");
        String id = seen.get(dice.nextInt(seen.size()));
        return session.get("case", "/api/cases/" + id).body();
    }

    private void process() throws InterruptedException {
        if (!seen.isEmpty()) session.get("process", "/api/cases/" + seen.get(dice.nextInt(seen.size())) + "/process");
    }

    private void search() throws InterruptedException {
        session.get("search", "/api/search?q=" + CaseText.encoded(WORDS[dice.nextInt(WORDS.length)]));
    }

    /** Only those may see it who supervise; the others' own list is what they look at instead. */
    private void board() throws InterruptedException {
        JsonNode user = session.get("session", "/api/session").body().path("user");
        boolean may = user.toString().contains("supervision:process:read");
        if (may) session.get("board", "/api/supervision/process?by=" + BOARDS[dice.nextInt(BOARDS.length)]);
        else inbox("view=mine");
    }

    /** Takes one that may be taken and says the good word. */
    private void act() throws InterruptedException {
        JsonNode of = open();
        String task = of.path("task").asString("");
        for (JsonNode conclusion : of.path("may").path("conclusions")) {
            if (task.isEmpty() || !GOOD.contains(conclusion.asString(""))) continue;
            if (of.path("may").path("claim").asBoolean(false)
                    && !session.post("claim", "/api/cases/tasks/" + task + "/claim", Map.of())
                            .isGood()) return;
            session.post(
                    "act",
                    "/api/cases/" + of.path("id").asString() + "/acts",
                    Map.of("task", task, "conclusion", conclusion.asString(), "words", "同意（虚构）"));
            seen.remove(of.path("id").asString());
            return;
        }
    }
}
