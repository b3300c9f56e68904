package org.cuntu.bench.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.bench.cases.CaseGround;
import org.cuntu.bench.cases.CaseMass;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.Spread;
import org.cuntu.bench.worker.WorkerProcess;
import tools.jackson.databind.JsonNode;

/**
 * Officers' lists, the board of supervision, a case and the search over cases in the mass, over HTTP from a client in its own process: one
 * person alone, then everybody at work together. A figure is the 99th of a hundred; in its brackets the middle and the greatest.
 */
final class CaseRows {
    private static final int CLIENT_MEGABYTES = 512;
    private static final int ROUNDS = 60;
    private static final int WARM_UPS = 15;
    private static final int CASES = 12;

    /** Cases under way whose clock is gone: neither due nor suspended; or a step of them. */
    private static final String LOST = """
            select count(*) from case_file c where c.state = 'SUBMITTED' and c.tell_due is null
            or c.state = 'IN_REVIEW' and not c.suspended and c.decided_at is null
              and (c.opened_on is null or c.statutory_due is null or c.promised_due is null)
            or c.state in ('SUBMITTED', 'CORRECTING', 'IN_REVIEW', 'APPROVED') and not c.suspended and exists
              (select 1 from case_task t where t.case_id = c.id and t.open and t.step_limit > 0 and t.due_on is null)""";
    /** Steps that are open and that the process does not have, or the other way round. */
    private static final String APART = """
            select count(*) from (select cast(id as varchar) as id from case_task where open) t
            full join act_ru_task a on a.id_ = t.id where a.id_ is null or t.id is null""";
    /** Cases under way that nobody has and whose process waits for nothing. */
    private static final String NOWHERE = """
            select count(*) from case_file c where c.state in ('SUBMITTED', 'CORRECTING', 'IN_REVIEW', 'APPROVED')
            and not exists (select 1 from act_ru_execution e where e.root_proc_inst_id_ = cast(c.id as varchar))""";

    private final BenchRun.Setting setting;
    private final BenchRun.CaseLoad load;
    private final CaseGround ground;
    private final WorkerProcess client;
    private final Progress progress;
    private final String size;
    private final List<Row> rows = new ArrayList<>();

    private CaseRows(BenchRun.Setting setting, CaseGround ground, WorkerProcess client, Progress progress) {
        this.setting = setting;
        this.load = setting.cases();
        this.ground = ground;
        this.client = client;
        this.progress = progress;
        this.size = Plan.inWords(load.open()) + " open, " + Plan.inWords(load.ended()) + " closed";
    }

    static List<Row> rows(BenchRun.Setting setting, Progress progress) {
        Path log = setting.folder().resolve("workers.log");
        progress.say("cases", log);
        try (CaseGround ground = CaseGround.start(setting.root(), setting.folder(), log);
                WorkerProcess client = WorkerProcess.java("cases", CLIENT_MEGABYTES, log)) {
            return new CaseRows(setting, ground, client, progress).measured();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Row> measured() throws InterruptedException {
        progress.say("cases-mass", load.open(), load.ended());
        long start = System.nanoTime();
        CaseMass.make(
                ground,
                new CaseMass.Size(setting.seed(), load.open(), load.ended(), load.officers(), load.citizens()),
                setting.root());
        double seconds = (System.nanoTime() - start) / 1e9;
        rows.add(Row.alone("cases made", size, "s", new double[] {seconds}, Goal.atMost(180, 120), Load.now()));
        if (load.hold()) hold();
        List<String> people = Stream.concat(
                        numbered("bench.officer-", load.officers()), numbered("bench.citizen-", load.citizens()))
                .toList();
        progress.say("cases-sign-in", people.size());
        JsonNode signed =
                client.ask("sign-in", ground.address().toString(), CaseGround.PASSWORD, String.join(",", people));
        rows.add(row("sign-in", nanos(signed, "sign-in"), people.size() + " people", Goal.atMost(5_000, 2_000)));
        alone();
        progress.say("cases-crowd", load.officers(), load.citizens(), load.seconds());
        crowd(client.ask("crowd", String.valueOf(load.seconds()), String.valueOf(setting.seed())));
        return rows;
    }

    /** To look at the tables by hand. */
    private void hold() throws InterruptedException {
        progress.say("cases-hold", ground.address(), ground.database());
        new CountDownLatch(1).await();
    }

    private static Stream<String> numbered(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> name + n);
    }

    private static double[] nanos(JsonNode answer, String kind) {
        return SiteRows.nanos(answer.get("millis").get(kind));
    }

    private Row row(String name, double[] millis, String of, Goal goal) {
        double middle = Spread.percentile(millis, 0.5);
        double high = Spread.percentile(millis, 0.99);
        double most = Spread.percentile(millis, 1);
        return new Row(
                "cases: " + name + ", p99 (p50–max)",
                of,
                "ms",
                new Spread(middle, high, most),
                null,
                null,
                null,
                goal,
                true,
                Load.now());
    }

    /** An officer, a head and a supervisor of the whole city, one after another. */
    private void alone() {
        String officer = "bench.officer-2";
        String supervisor = "bench.officer-" + StrictMath.min(20, load.officers());
        List<String> ids = new ArrayList<>();
        for (String state : List.of("IN_REVIEW", "SUBMITTED", "APPROVED", "ISSUED"))
            ids.addAll(ground.list("select cast(id as varchar) from case_file where state = '" + state
                    + "' order by id fetch first " + CASES / 4 + " rows only"));
        Map<String, List<String>> questions = new LinkedHashMap<>();
        questions.put("inbox", inbox(officer, supervisor));
        questions.put(
                "board",
                Stream.of("section", "person", "matter", "county")
                        .map(by -> "board " + supervisor + " /api/supervision/process?by=" + by)
                        .toList());
        questions.put(
                "case",
                ids.stream()
                        .map(id -> "case " + supervisor + " /api/cases/" + id)
                        .toList());
        questions.put(
                "process",
                ids.stream()
                        .map(id -> "process " + supervisor + " /api/cases/" + id + "/process")
                        .toList());
        questions.put("search", search(supervisor));
        questions.forEach((kind, asked) -> {
            progress.say("cases-alone", kind);
            List<String> words = new ArrayList<>(List.of("ask", String.valueOf(ROUNDS), String.valueOf(WARM_UPS)));
            words.addAll(asked);
            JsonNode answer = client.ask(words.toArray(String[]::new));
            told(answer);
            Goal goal = kind.equals("search") ? Goal.atMost(300, 150) : Goal.atMost(200, 100);
            rows.add(row(kind, nanos(answer, kind), size, goal));
        });
    }

    private static List<String> inbox(String officer, String supervisor) {
        List<String> all = new ArrayList<>();
        for (String who : List.of(officer, supervisor))
            for (String asked : List.of(
                    "view=mine",
                    "view=check",
                    "view=done",
                    "view=followed",
                    "view=all",
                    "view=all&light=RED",
                    "view=all&step=EXAMINE&sort=arrived",
                    "view=all&words=" + encoded("韦家"),
                    "view=all&words=" + encoded("乡字 10001"))) all.add("inbox " + who + " /api/cases?" + asked);
        return all;
    }

    private static List<String> search(String supervisor) {
        return Stream.of("韦家", "龙江村韦家", "新建住房", "乡字 10001", "柳自规", "ljcwj", "9999", "房")
                .map(text -> "search " + supervisor + " /api/search?q=" + encoded(text))
                .toList();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private int told(JsonNode answer) {
        int failed = 0;
        for (Map.Entry<String, JsonNode> each : answer.get("failed").properties()) {
            failed += each.getValue().asInt();
            progress.say("cases-failed", each.getValue().asInt(), each.getKey());
        }
        return failed;
    }

    private void crowd(JsonNode answer) {
        String of = load.officers() + " officers, " + load.citizens() + " citizens, " + load.seconds() + " s";
        List<Double> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> kind : answer.get("millis").properties()) {
            double[] millis = SiteRows.nanos(kind.getValue());
            for (double each : millis) all.add(each);
            rows.add(row("together, " + kind.getKey(), millis, of + ", " + millis.length + "×", Goal.atMost(500, 250)));
        }
        double[] every = all.stream().mapToDouble(Double::doubleValue).toArray();
        rows.add(row("together, all", every, of + ", " + every.length + "×", Goal.atMost(500, 250)));
        rows.add(count("errors", of, told(answer)));
        rows.add(Row.alone(
                "cases: acts that another was faster with",
                of,
                "",
                new double[] {answer.get("taken").asInt()},
                Goal.atMost(every.length, every.length),
                Load.now()));
        rows.add(count("lost clocks", of, number(LOST)));
        rows.add(count("steps apart from the process", of, number(APART)));
        rows.add(count("without a process", of, number(NOWHERE)));
    }

    private int number(String sql) {
        return Integer.parseInt(ground.list(sql).getFirst());
    }

    private static Row count(String name, String of, int figure) {
        return Row.alone("cases: " + name, of, "", new double[] {figure}, Goal.atMost(0, 0), Load.now());
    }
}
