package org.cuntu.core.conformity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** What a plot's name says is a text in a workbook, never a formula. */
class WorkbookTextTest {
    @Test
    void aCellThatLooksLikeAFormulaIsAText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Cuntu", "1.0")) {
            WorkbookSheet sheet = new WorkbookSheet(
                    book.newWorksheet("one"),
                    "=HYPERLINK(\"http://x\")",
                    "+1",
                    List.of(new WorkbookSheet.Head("name", "", false), new WorkbookSheet.Head("area", "", true)));
            sheet.row(false, List.of("=cmd|'/c calc'!A1", "=1+1"));
            sheet.row(false, List.of("@SUM(A1)", "-5.00"));
            sheet.done();
        }

        String cells = part(bytes.toByteArray(), "sheet1.xml");
        assertThat(cells).doesNotContain("<f>", "<f ");
        // the one figure is a number, the others are texts
        assertThat(cells).contains("<v>-5.00</v>");
        assertThat(part(bytes.toByteArray(), "sharedStrings.xml")).contains("=cmd|", "=1+1", "@SUM(A1)");
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().endsWith(name)) return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
        throw new AssertionError("no " + name);
    }
}
