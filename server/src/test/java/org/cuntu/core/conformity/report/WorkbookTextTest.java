package org.cuntu.core.conformity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plot's name says is a text in a workbook, never a formula. */
class WorkbookTextTest {
    @TempDir
    Path folder;

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

        Path file = Files.write(folder.resolve("one.xlsx"), bytes.toByteArray());
        String cells = part(file, "sheet1.xml");
        assertThat(cells).doesNotContain("<f>", "<f ");
        // the one figure is a number, the others are texts
        assertThat(cells).contains("<v>-5.00</v>");
        assertThat(part(file, "sharedStrings.xml")).contains("=cmd|", "=1+1", "@SUM(A1)");
    }

    private static String part(Path workbook, String name) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(one -> one.getName().endsWith(name))
                    .findFirst()
                    .orElseThrow();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
