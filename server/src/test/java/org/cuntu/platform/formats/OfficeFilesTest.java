package org.cuntu.platform.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cuntu.engine.problem.InputRefused;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeFilesTest {
    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    @TempDir
    Path folder;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] zip(String part, String xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String code(Throwable thrown) {
        return thrown instanceof InputRefused refused
                ? refused.problems().getFirst().code()
                : thrown.toString();
    }

    @Test
    void runsOfAParagraphAreReadTogetherAndDeletedOnesAreNot() throws IOException {
        String xml =
                "<w:document %s><w:body><w:p><w:r><w:t>总用地</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>12公顷</w:t></w:r></w:p><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
                        .formatted(WORD);

        assertThat(DocumentText.paragraphs(file("a.docx", zip("word/document.xml", xml)), "a.docx"))
                .containsExactly("总用地12公顷", "格");
    }

    @Test
    void anEntityFromOutsideIsNotFetched() throws IOException {
        Path secret = file("secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
        String xml =
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]><w:document %s><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
                        .formatted(secret.toUri(), WORD);
        Path hostile = file("b.docx", zip("word/document.xml", xml));

        assertThatThrownBy(() -> DocumentText.paragraphs(hostile, "b.docx"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("format.document-damaged"));
    }

    @Test
    void anArchiveThatGrowsWithoutEndIsRefused() throws IOException {
        String xml = "<w:document %s><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"
                .formatted(WORD, "0".repeat(30 << 20));
        Path hostile = file("c.docx", zip("word/document.xml", xml));

        assertThatThrownBy(() -> DocumentText.paragraphs(hostile, "c.docx"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("format.document-large"));
    }

    @Test
    void aTextInGbkIsRead() throws IOException {
        Path file = file("d.txt", "规划总用地\n\n第二条".getBytes(Charset.forName("GB18030")));

        assertThat(DocumentText.paragraphs(file, "d.txt")).containsExactly("规划总用地", "第二条");
    }

    @Test
    void aWorkbookIsReadCellByCellWithItsSheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("指标表");
            sheet.value(0, 0, "指标");
            sheet.value(1, 0, "总用地");
            sheet.value(1, 2, 12.3456);
        }

        List<SheetCells.Sheet> sheets = SheetCells.read(file("e.xlsx", bytes.toByteArray()), "e.xlsx");

        assertThat(sheets).singleElement().satisfies(sheet -> {
            assertThat(sheet.name()).isEqualTo("指标表");
            assertThat(sheet.rows().getLast().number()).isEqualTo(2);
            assertThat(sheet.rows().getLast().cells())
                    .extracting(cell -> cell.letters() + " " + cell.text())
                    .containsExactly("A 总用地", "C 12.3456");
        });
    }

    @Test
    void aCommaInQuotesIsPartOfItsCell() throws IOException {
        Path file = file("f.csv", "指标,值\n\"总,用地\",\"1,234.5\"\n".getBytes(StandardCharsets.UTF_8));

        assertThat(SheetCells.read(file, "f.csv").getFirst().rows().getLast().cells())
                .extracting(SheetCells.Cell::text)
                .containsExactly("总,用地", "1,234.5");
    }

    @Test
    void anotherKindOfFileIsRefusedByWhatItShouldBe() throws IOException {
        Path file = file("g.pdf", new byte[] {1});

        assertThatThrownBy(() -> DocumentText.paragraphs(file, "g.pdf"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("format.document-kind"));
        assertThatThrownBy(() -> SheetCells.read(file, "g.pdf"))
                .satisfies(thrown -> assertThat(code(thrown)).isEqualTo("format.table-kind"));
    }
}
