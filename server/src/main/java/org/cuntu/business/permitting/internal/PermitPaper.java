package org.cuntu.business.permitting.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.springframework.stereotype.Component;

/** A certificate on paper, in one language: what was kept, and how it stands today. The seal's place is empty. */
@Component
class PermitPaper {
    private final PermitTable permits;
    private final PermitPlate plate;
    private final CityFolder city;
    private final CityClock clock;
    private final Settings settings;
    /** A paper holds its faces in memory while it is drawn. */
    private final Semaphore drawing = new Semaphore(1);

    PermitPaper(PermitTable permits, PermitPlate plate, CityFolder city, CityClock clock, Settings settings) {
        this.permits = permits;
        this.plate = plate;
        this.city = city;
        this.clock = clock;
        this.settings = settings;
    }

    byte[] of(Permit permit, Locale locale) {
        drawing.acquireUninterruptibly();
        try (PDDocument document = new PDDocument()) {
            return drawn(document, permit, new PermitWords(locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.release();
        }
    }

    private byte[] drawn(PDDocument document, Permit permit, PermitWords words) throws IOException {
        document.setDocumentId(
                (long) permit.hash().hashCode() * 31 + permit.number().hashCode());
        document.getDocumentCatalog().setLanguage(words.isEnglish() ? "en" : "zh-CN");
        PdfSheet sheet = new PdfSheet(document);
        new PermitPages(
                        sheet,
                        words,
                        new PermitPages.About(
                                permit,
                                permit.stateAt(clock.today()),
                                PermitTree.read(permits.content(permit.id())),
                                settings.publicUrl().replaceAll("/+$", "")))
                .print(plate);
        int count = sheet.pageCount();
        sheet.finish(
                words.isEnglish() ? city.en() : city.zh(),
                permit.number(),
                permit.invented() ? words.of("invented") : "",
                page -> words.of("page", "page", page).replace("{pages}", String.valueOf(count)));
        document.getDocumentInformation().setTitle(permit.number());
        document.getDocumentInformation().setProducer("Cuntu");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
