package org.cuntu.core.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.quality.internal.Survey.box;
import static org.cuntu.core.quality.internal.Survey.patch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run, its issues and its papers, for those who may see them. */
class QualityOverHttpTest {
    private static final String PASSWORD = "Seven red tractors 7";
    private static final TestApplication APPLICATION = TestApplication.onTheWeb();
    private static final String OVERLAP =
            Area.ofSquareMetres(HeapShapes.of(box(5, 0, 6, 10)).integral(0)).toString();

    private static CheckRun run;

    @TempDir
    Path folder;

    private final Talk talk = Talk.as(APPLICATION, "data-manager");
    private final String address = "/api/quality/runs/" + run.id();

    @BeforeAll
    static void aCheckedDelivery() {
        LayerSchema schema = APPLICATION
                .bean(LayerRegister.class)
                .findLayer("DLTB")
                .orElseThrow()
                .schema();
        String hash = Survey.write(
                APPLICATION.bean(SnapshotStore.class).folder(),
                schema,
                box(0, 0, 10, 10),
                patch(schema, box(0, 0, 6, 10), 1, Map.of("DLBM", "0207")),
                patch(schema, box(5, 0, 10, 10), 2, Map.of()));
        run = APPLICATION
                .bean(LayerChecks.class)
                .check(
                        new LayerChecks.Order("DLTB", hash, LocalDate.of(2026, 11, 26), null, "450203"),
                        LayerChecksContract.SILENT);
    }

    @Test
    void runSaysWhatEachRuleFound() {
        JsonNode answer = talk.get(address).json();

        assertThat(answer.get("layer").asString()).isEqualTo("DLTB");
        assertThat(answer.get("features").asInt()).isEqualTo(2);
        assertThat(answer.get("refusing").asInt()).isEqualTo(2);
        assertThat(answer.get("score").asDouble()).isEqualTo(run.score());
        JsonNode overlap = answer.get("byRule")
                .valueStream()
                .filter(rule -> rule.get("rule").asString().equals("overlap"))
                .findFirst()
                .orElseThrow();
        assertThat(overlap.get("count").asInt()).isEqualTo(1);
        assertThat(overlap.at("/title/zh").asString()).isEqualTo("图形重叠");
        assertThat(overlap.at("/title/en").asString()).isEqualTo("Two features overlap");
    }

    @Test
    void issuesComeWithTheirPlacesPageByPage() {
        JsonNode first = talk.get(address + "/issues?limit=1").json();
        assertThat(first.get("issues").size()).isEqualTo(1);
        assertThat(first.get("next").asLong()).isEqualTo(1);

        JsonNode overlap = talk.get(address + "/issues?rule=overlap&kind=TOPOLOGY&severity=REFUSE")
                .json();
        assertThat(overlap.get("next").isNull()).isTrue();
        JsonNode issue = overlap.at("/issues/0");
        assertThat(issue.get("area").asString()).isEqualTo(OVERLAP);
        assertThat(issue.get("bounds").size()).isEqualTo(4);
        assertThat(issue.at("/outline/type").asString()).isEqualTo("MultiPolygon");
        assertThat(issue.get("other").asString()).startsWith("450203");
    }

    @Test
    void reportOnPaperCanBeReadInBothLanguages() throws IOException {
        String zh = text(talk.get(address + "/report?format=pdf&lang=zh"));
        assertThat(zh)
                .contains(
                        "数据质检报告",
                        "不能发布",
                        "图形重叠",
                        OVERLAP,
                        "演示数据",
                        run.snapshot().substring(0, 20));
        String en = text(talk.get(address + "/report?format=pdf&lang=en"));
        assertThat(en).contains("Data quality report", "Cannot be released", "Two features overlap", OVERLAP);
    }

    private static String text(Talk.Answer answer) throws IOException {
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.response().body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void workbookHasEveryIssue() throws IOException {
        byte[] book = talk.get(address + "/report?format=xlsx").response().body();
        StringBuilder sheets = new StringBuilder();
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("issues.xlsx"), book).toFile())) {
            for (ZipEntry entry : zip.stream().toList())
                if (entry.getName().startsWith("xl/"))
                    sheets.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        // signs beyond ASCII are written as their numbers
        String text = Pattern.compile("&#x([0-9a-fA-F]+);")
                .matcher(sheets)
                .replaceAll(sign -> Character.toString(Integer.parseInt(sign.group(1), 16)));
        assertThat(text)
                .contains(
                        "图形重叠",
                        "DLBM 0207",
                        new BigDecimal(OVERLAP).stripTrailingZeros().toPlainString());
    }

    @Test
    void geoPackageHasAPointForEachIssueAndTheGroundOfThoseThatHaveSome() throws Exception {
        byte[] bytes = talk.get(address + "/report?format=gpkg").response().body();
        Path file = Files.write(folder.resolve("issues.gpkg"), bytes);
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(number(sqlite, "select count(*) from issues")).isEqualTo(run.refusing() + run.warnings());
            assertThat(number(sqlite, "select count(*) from outlines where GZ = 'overlap'"))
                    .isEqualTo(1);
            assertThat(
                            number(
                                    sqlite,
                                    "select count(*) from gpkg_geometry_columns where table_name = 'issues' and geometry_type_name = 'POINT'"))
                    .isEqualTo(1);
        }
    }

    private static long number(Connection sqlite, String sql) throws Exception {
        try (var statement = sqlite.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getLong(1) : -1;
        }
    }

    @Test
    void eachReadingIsAnEntryOfTheProofLog() {
        talk.get(address);
        talk.get(address + "/report?format=xlsx");

        assertThat(APPLICATION.bean(ProofLog.class).listNewest(2))
                .extracting(entry -> entry.act().act() + " " + entry.act().object())
                .containsExactly("quality:run:export " + run.id() + " xlsx", "quality:run:read " + run.id());
    }

    @Test
    void runOfAnotherDivisionIsNotFound() {
        account("county203", "450203");
        account("county206", "450206");

        assertThat(as("county203").get(address).status()).isEqualTo(200);
        for (String path : new String[] {"", "/issues", "/report?format=pdf"})
            assertThat(as("county206").get(address + path).said()).isEqualTo("404 quality.run-unknown");
    }

    private static void account(String id, String division) {
        APPLICATION
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", java.util.List.of("data-manager"), PASSWORD, true));
        APPLICATION
                .jdbc()
                .sql("update role_grant set division = :division where account = :id")
                .param("division", division)
                .param("id", id)
                .update();
        APPLICATION
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static Talk as(String id) {
        Talk talk = Talk.anonymous(APPLICATION);
        talk.signIn(id, PASSWORD);
        return talk;
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThat(talk.get("/api/quality/runs/no").said()).isEqualTo("404 quality.run-unknown");
        assertThat(talk.get(address + "/report?format=doc").said()).endsWith("quality.unknown-format");
    }
}
