package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cuntu.core.conformity.internal.ReviewJson;
import org.cuntu.core.conformity.report.PdfReport;
import org.cuntu.core.conformity.report.TextReport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final ReviewJson.Heading HEADING =
            new ReviewJson.Heading("r-7f3a20b1", "智能装备配套产业园（一期）", Instant.parse("2026-11-20T01:42:00Z"), "surveyor");

    @Test
    void theTerminalShowsConclusionFindingsAndLayersAligned() {
        String text = TextReport.of(json(RandomGround.of(3), Locale.CHINESE));

        assertThat(text).contains("结论  不符合").contains("永久基本农田").doesNotContain("null");
        assertThat(text.lines().filter(l -> l.matches(".* m²  +[0-9.]+ %.*")).map(l -> l.indexOf(" m²")))
                .isNotEmpty();
    }

    @Test
    void english() {
        assertThat(TextReport.of(json(RandomGround.of(3), Locale.ENGLISH)))
                .contains("Conclusion  Does not conform")
                .contains("Permanent basic farmland occupied");
    }

    @Test
    void thePaperHasItsSectionsItsTotalsAndItsPageNumbers() throws IOException {
        ReviewResult review = RandomGround.of(3).review();
        byte[] pdf = PdfReport.of(json(RandomGround.of(3), Locale.CHINESE), Papers.WITHOUT_GROUND);
        Files.write(Path.of("target", "report.pdf"), pdf);

        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertThat(text)
                    .contains("建设项目用地合规性审查报告", "分项结论", "现状地类面积表", "三条控制线压占表", "数据与规则指纹")
                    .contains(review.legal().hectares(4).toPlainString())
                    .contains("第1页共" + document.getNumberOfPages() + "页", "演示数据");
        }
    }

    private static JsonNode json(FlatGround ground, Locale locale) {
        var tree = ReviewJson.of(ground.review(), FlatGround.CLASSES, HEADING, locale);
        return JsonMapper.shared().valueToTree(tree);
    }
}
