package org.cuntu.core.conformity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfFontsTest {
    private static final String SIGNS = "柳州市寸土规划条件永久基本农田生态保护红线城镇开发边界建设用地预审选址意见书";

    private static byte[] paper(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfFonts fonts = new PdfFonts(document);
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                float y = 700;
                for (PdfFace face : PdfFace.values()) {
                    ink.beginText();
                    ink.setFont(fonts.font(face), 12);
                    ink.newLineAtOffset(50, y);
                    ink.showText(fonts.printable(text, face));
                    ink.endText();
                    y -= 40;
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static String read(byte[] paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document).strip();
        }
    }

    /** Other signs in other orders, so that each document has another subset of the faces. */
    private static String text(int n) {
        int from = n % (SIGNS.length() - 12);
        return SIGNS.substring(from, from + 12) + " " + n;
    }

    @Test
    void documentsThatAreMadeAtOnceHaveEachItsOwnSigns() throws Exception {
        List<Callable<String>> work = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            String text = text(n);
            work.add(() -> read(paper(text)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<String>> read = threads.invokeAll(work);
            for (int n = 0; n < read.size(); n++)
                assertThat(read.get(n).get().lines().map(String::strip))
                        .as("paper %s", n)
                        .containsOnly(text(n));
        }
    }

    @Test
    void aFaceServesTheNextDocumentAfterOneWasClosed() throws IOException {
        assertThat(read(paper("寸土"))).contains("寸土");
        assertThat(read(paper("柳州"))).contains("柳州").doesNotContain("寸土");
    }
}
