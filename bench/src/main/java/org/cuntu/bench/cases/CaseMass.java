package org.cuntu.bench.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The mass: so many copies of the samples, written straight into the tables. */
public final class CaseMass {
    private static final int THREADS = 2;
    private static final int BUFFER = 1 << 18;
    /** The first number of the copies of a year: the samples' and what comes later do not meet them. */
    private static final int FIRST = 1_000;

    private final CaseGround ground;
    private final CaseSamples samples;
    private final CaseTables tables;
    private final CaseCopy.Setting setting;
    private final Map<String, String> doers;
    private final int open;
    private final int ended;

    private CaseMass(CaseGround ground, Size size, Path root) throws InterruptedException, SQLException, IOException {
        this.ground = ground;
        this.open = size.open();
        this.ended = size.ended();
        List<CasePeople.Officer> officers = CasePeople.officers(size.officers());
        CasePeople.make(ground, officers, size.citizens());
        doers = CasePeople.doers(officers);
        samples = CaseSamples.make(ground);
        try (Connection connection = ground.connect()) {
            List<CaseSamples.Sample> all = new ArrayList<>(samples.open());
            all.addAll(samples.ended());
            tables = CaseTables.read(connection, all);
        }
        try (Stream<String> lines = Files.lines(root.resolve("city/liuzhou/divisions.csv"))) {
            String[] divisions = lines.map(line -> line.split(",")[0])
                    .filter(code -> code.matches("\\d{9}"))
                    .toArray(String[]::new);
            setting = new CaseCopy.Setting(size.seed(), samples.box(), divisions, size.citizens());
        }
    }

    /** How many of whom. */
    public record Size(long seed, int open, int ended, int officers, int citizens) {}

    /** Makes people, samples and copies; the tables' statistics are fresh afterwards. */
    public static void make(CaseGround ground, Size size, Path root) throws InterruptedException {
        try {
            new CaseMass(ground, size, root).copy();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy() throws InterruptedException {
        List<Callable<Void>> work = new ArrayList<>();
        work.add(() -> into("search_token (token, noun, scope, id)", this::tokens));
        for (CaseTables.Table table : tables.tables())
            work.add(() -> into(
                    table.name() + " (" + String.join(", ", table.columns()) + ")",
                    to -> each(copy -> rows(table, copy, to))));
        work.add(() -> into("long_text (id, piece, bytes)", this::texts));
        work.add(() -> into("publicservice_application (case_id, account, matter, created_at)", this::applications));
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> each : threads.invokeAll(work)) each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        ground.execute(
                // what is yellow or red was seen when it became so
                """
                insert into case_light (case_id, subject, light, due_on, at)
                select c.id, x.subject, l.light, x.due, now() from case_file c
                cross join lateral (values ('STATUTORY', c.statutory_due, c.statutory_warn), ('PROMISED', c.promised_due,
                  c.promised_warn)) x(subject, due, warn)
                cross join (values ('YELLOW'), ('RED')) l(light)
                where c.state in ('SUBMITTED', 'IN_REVIEW', 'APPROVED') and c.decided_at is null and x.warn <= current_date
                on conflict do nothing""",
                """
                insert into case_light (case_id, subject, light, due_on, at)
                select t.case_id, cast(t.id as varchar), l.light, t.due_on, now() from case_task t
                cross join (values ('YELLOW'), ('RED')) l(light) where t.open and t.warn_on <= current_date
                on conflict do nothing""",
                "update case_number set last_given = " + (FIRST + open + ended) + " where name = '乡字'",
                "vacuum analyze");
    }

    private void each(Consumer<CaseCopy> use) {
        all(samples.open(), open, true, use);
        all(samples.ended(), ended, false, use);
    }

    private void all(List<CaseSamples.Sample> of, int count, boolean open, Consumer<CaseCopy> use) {
        CaseSamples.Sample[] byShare = of.stream()
                .flatMap(sample -> Stream.generate(() -> sample).limit(sample.share()))
                .toArray(CaseSamples.Sample[]::new);
        // 37 and 100 have no common factor: neighbours are of different places
        for (int n = 0; n < count; n++)
            use.accept(CaseCopy.of(n, byShare[(int) (n * 37L % byShare.length)], open, setting));
    }

    private int serial(CaseCopy copy) {
        return FIRST + (copy.open() ? ended : 0) + copy.n();
    }

    private void rows(CaseTables.Table table, CaseCopy copy, Lines to) {
        Map<String, String> own =
                switch (table.name()) {
                    case "case_file" -> file(copy);
                    case "permit" -> permit(copy);
                    default -> new HashMap<>();
                };
        for (CaseTables.Line line : tables.lines(table, copy.sample().id())) {
            if (table.name().equals("case_task") || table.name().equals("case_opinion")) person(table, line, copy, own);
            String[] fields = new String[line.fields().length];
            for (int i = 0; i < fields.length; i++) {
                String changed = own.get(table.columns().get(i));
                boolean none = line.fields()[i].equals("\\N");
                fields[i] = changed == null || none && !changed.startsWith("+")
                        ? CaseTables.field(line, i, copy)
                        : changed.startsWith("+") ? changed.substring(1) : changed;
            }
            to.add(fields);
        }
    }

    /** Columns of its own; where the sample has nothing the copy has nothing, but for those with a plus. */
    private Map<String, String> file(CaseCopy copy) {
        Map<String, String> own = new HashMap<>();
        String hash = copy.siteHash();
        own.put("number", CaseNames.number(year(copy), serial(copy)));
        own.put("name", copy.name());
        own.put("division", copy.division());
        own.put("applicant_name", CaseNames.family(copy.n()) + "某某");
        if (!copy.account().isEmpty()) {
            own.put("applicant_account", "+" + copy.account());
            own.put("created_by", copy.account());
        }
        own.put("site_hash", hash);
        own.put("review_site", hash);
        own.put("west", String.valueOf(copy.at()[0] - 0.00005));
        own.put("east", String.valueOf(copy.at()[0] + 0.00005));
        own.put("south", String.valueOf(copy.at()[1] - 0.000055));
        own.put("north", String.valueOf(copy.at()[1] + 0.000055));
        own.put("result", result(copy));
        own.put("farmland", copy.low() % 11 == 0 ? "t" : "f");
        own.put("major", copy.low() % 23 == 0 ? "t" : "f");
        return own;
    }

    private String result(CaseCopy copy) {
        return "乡字第" + copy.division().substring(0, 6) + "00" + serial(copy) + "号";
    }

    private Map<String, String> permit(CaseCopy copy) {
        Map<String, String> own = new HashMap<>();
        own.put("number", result(copy));
        own.put("case_number", CaseNames.number(year(copy), serial(copy)));
        own.put("project", copy.name());
        own.put("holder", CaseNames.family(copy.n()) + "某某");
        own.put("division", copy.division());
        own.put("site_hash", copy.siteHash());
        return own;
    }

    private static int year(CaseCopy copy) {
        return LocalDate.now().minusDays(copy.days()).getYear();
    }

    /** Whoever of the copy's county does the step. */
    private void person(CaseTables.Table table, CaseTables.Line line, CaseCopy copy, Map<String, String> own) {
        String step = line.fields()[table.columns().indexOf("step")];
        String county = copy.division().substring(0, 6);
        String doer = doers.getOrDefault(step + " " + county, doers.getOrDefault(step + " 450200", "local"));
        if (table.name().equals("case_opinion")) {
            own.put("by_whom", doer);
            return;
        }
        own.put("division", copy.division());
        own.put("done_by", doer);
        boolean isOpen = line.fields()[table.columns().indexOf("open")].equals("t");
        own.remove("holder");
        if (isOpen && !step.equals("correct") && copy.high() % 3 == 0) own.put("holder", "+" + doer);
        String unit = line.fields()[table.columns().indexOf("unit")];
        own.remove("unit");
        if (unit.matches("t\\d{9}")) own.put("unit", "t" + copy.division());
        if (unit.matches("c\\d{6}")) own.put("unit", "c" + county);
    }

    private void tokens(Lines to) {
        each(copy -> {
            for (String token : CaseNames.tokens(CaseNames.number(year(copy), serial(copy)), copy.name()))
                to.add(token, "case", "", copy.id().toString());
        });
    }

    private void texts(Lines to) {
        String form = zipped(new tools.jackson.databind.ObjectMapper().writeValueAsString(CaseSamples.form(3)));
        each(copy -> {
            to.add("case/" + copy.id() + "/form/1", "0", form);
            to.add("case/" + copy.id() + "/site/" + copy.siteHash().substring(0, 40), "0", zipped(copy.site()));
        });
    }

    private void applications(Lines to) {
        each(copy -> {
            if (!copy.account().isEmpty())
                to.add(
                        copy.id().toString(),
                        copy.account(),
                        "rural-house",
                        LocalDate.now().minusDays(copy.days()) + " 10:00:00+08");
        });
    }

    private static String zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "\\\\x" + HexFormat.of().formatHex(bytes.toByteArray());
    }

    /** Rows on their way into a table. */
    private interface Lines {
        void add(String... fields);
    }

    private Void into(String table, Consumer<Lines> rows) throws SQLException {
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement()) {
            // neither the checks of references, which all hold, nor a wait for the disk
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
            ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * BUFFER);
            rows.accept(fields -> {
                waiting.writeBytes((String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8));
                if (waiting.size() > BUFFER) send(copy, waiting);
            });
            send(copy, waiting);
            copy.endCopy();
        }
        return null;
    }

    private static void send(CopyIn copy, ByteArrayOutputStream waiting) {
        try {
            copy.writeToCopy(waiting.toByteArray(), 0, waiting.size());
            waiting.reset();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
