package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cuntu.core.conformity.report.PdfReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Facts of the paper: what its text says, and that its figures add up again. */
class PaperTest {
    private static ReviewInput input;
    private static ReviewResult review;
    private static byte[] pdf;
    private static List<String> pages;

    @BeforeAll
    static void print() throws IOException {
        FlatGround ground = StressGround.of(3, 12, 4);
        input = ground.input();
        review = StressGround.review(ground);
        JsonNode json = Papers.json(review, "智能装备配套产业园（一期）", Locale.CHINESE);
        pdf = PdfReport.of(json, Papers.context(Papers.ground(input), "https://review.example"));
        Files.write(Path.of("target", "paper.pdf"), pdf);
        pages = Papers.pages(pdf);
    }

    @Test
    void theFirstPageNamesProjectAreaPersonConclusionAndSaysThatItIsUnsigned() {
        assertThat(pages.getFirst())
                .contains("建设项目用地合规性审查报告", "智能装备配套产业园（一期）", "r-7f3a20b1", "覃雨桐", "结论不符合", "尚未签章")
                .contains(review.legal().hectares(4) + "公顷", review.legal() + "m²");
    }

    @Test
    void theFirstPlateStatesAScaleAZoneAndBothDatesOfItsSources() {
        assertThat(pages.getFirst())
                .containsPattern("1:(200|500|1000|2000|5000|10000|25000)（A4）")
                .contains("3°高斯-克吕格36带", "地类图斑（生效2025-12-31，知悉2026-06-02）", "无审图号");
    }

    @Test
    void everyPageHasItsNumberOfAll() {
        for (int page = 1; page <= pages.size(); page++)
            assertThat(pages.get(page - 1)).contains("第" + page + "页共" + pages.size() + "页");
    }

    @Test
    void eachFindingIsListedWithItsArticleAndAnUnverifiedClauseIsMarked() {
        String all = String.join("", pages);
        for (Finding finding : review.findings())
            assertThat(all).contains(finding.rule().title().zh().replaceAll("\\s", ""));
        assertThat(all).contains("（条文待核）", "补充耕地方案");
    }

    @Test
    void theLandUseTableOfThePaperAddsUpToTheSite() {
        String all = String.join("", pages);
        BigDecimal leaves = BigDecimal.ZERO;
        for (Leaf leaf : review.findLayer("DLTB").orElseThrow().leaves())
            leaves = leaves.add(BigDecimal.valueOf(leaf.hectares(), 4));
        assertThat(leaves).isEqualByComparingTo(review.legal().hectares(4));
        assertThat(all).contains("合计" + leaves.toPlainString());
    }

    @Test
    void everyBoundaryPointIsInTheAnnex() {
        String all = String.join("", pages);
        for (ReviewPlot plot : input.plots())
            for (var corner : plot.geodetic().getCoordinates())
                assertThat(all).contains(String.format(Locale.ROOT, "%.9f", corner.x));
    }

    @Test
    void theFingerprintsOfLayersSiteRulesAndResultArePrintedWhole() {
        String all = String.join("", pages);
        assertThat(all).contains(input.siteHash(), input.rules().hash());
        input.snapshots().values().forEach(snapshot -> assertThat(all).contains(snapshot.hash()));
    }

    @Test
    void theSameReviewGivesTheSameBytes() {
        JsonNode json = Papers.json(review, "智能装备配套产业园（一期）", Locale.CHINESE);
        assertThat(PdfReport.of(json, Papers.context(Papers.ground(input), "https://review.example")))
                .isEqualTo(pdf);
    }

    /** Contracts 12: the address, the number and the first twenty digits of the fingerprint. */
    @Test
    void theCodeOnThePaperIsReadByAScannerAndLeadsToTheVerificationPage() throws IOException, ReaderException {
        BufferedImage page;
        try (var document = Loader.loadPDF(pdf)) {
            page = new PDFRenderer(document).renderImageWithDPI(0, 150);
        }
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var picture = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        String hash =
                Papers.json(review, "", Locale.CHINESE).path("canonicalHash").asString();

        String read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();

        assertThat(read).isEqualTo("https://review.example/v/r-7f3a20b1?h=" + hash.substring(0, 20));
    }

    @Test
    void englishHasNoChineseWordsOfOurs() {
        JsonNode json = Papers.json(review, "Works", Locale.ENGLISH);
        String all = String.join("", Papers.pages(PdfReport.of(json, Papers.context(Papers.ground(input), ""))));
        assertThat(all)
                .contains("ConformityReviewofaConstructionSite", "Unsignedyet", "Boundarypoints".replace("B", "b"));
        assertThat(all).doesNotContain("结论", "尚未", "附表", "公顷");
    }

    @Test
    void aPaperOfFiftyPlotsKeepsItsHeadsAndIsMadeWithinTenSeconds() throws IOException {
        FlatGround ground = StressGround.of(50, 300, 60);
        ReviewInput large = ground.input();
        JsonNode json = Papers.json(StressGround.review(ground), StressGround.LONG_NAME, Locale.CHINESE);
        long start = System.nanoTime();
        byte[] paper = PdfReport.of(json, Papers.context(Papers.ground(large), "https://review.example"));
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.write(Path.of("target", "stress.pdf"), paper);

        List<String> sheets = Papers.pages(paper);
        System.out.printf(Locale.ROOT, "%d pages, %d kB, %.2f s%n", sheets.size(), paper.length / 1000, seconds);
        assertThat(sheets.size()).isGreaterThanOrEqualTo(50);
        assertThat(seconds / sheets.size() * 50).isLessThan(10);
        assertThat(sheets.getFirst()).contains(StressGround.LONG_NAME);
        long heads =
                sheets.stream().filter(sheet -> sheet.contains("规划地块用途代码规划用途")).count();
        assertThat(heads).isGreaterThan(10);
        Matcher part = Pattern.compile("第1部分，共(\\d)部分").matcher(String.join("", sheets));
        assertThat(part.find()).isTrue();
    }
}
