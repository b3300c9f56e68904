package org.cuntu.business.permitting.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.business.permitting.CasePapers;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PaperParts.Fact;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Letters on paper: the matter's template with its places filled, the facts of the case above, the seal's place below. A letter is drawn
 * from what cannot change any more, so that the same letter gives the same text.
 */
@Component
class LetterPapers implements CasePapers {
    private final LetterPlaces places;
    private final CityFolder city;
    private final Settings settings;
    private final ObjectProvider<Matters> matters;

    LetterPapers(LetterPlaces places, CityFolder city, Settings settings, ObjectProvider<Matters> matters) {
        this.places = places;
        this.city = city;
        this.settings = settings;
        this.matters = matters;
    }

    @Override
    public List<Kind> list(CaseFile file) {
        Matter matter = matter(file);
        List<Kind> has = new ArrayList<>();
        for (Kind kind : Kind.values())
            if (matter.templates().containsKey(kind.template()) && places.has(file, kind)) has.add(kind);
        return has;
    }

    private Matter matter(CaseFile file) {
        return matters.getObject().get(file.matter(), file.matterHash());
    }

    @Override
    public byte[] of(CaseFile file, Kind kind, Locale locale) {
        if (!list(file).contains(kind)) throw ProblemAnswer.notFound("permitting.no-letter", "kind", kind.template());
        Matter matter = matter(file);
        PermitWords words = new PermitWords(locale);
        Words template = matter.templates().get(kind.template());
        if (template == null) throw new IllegalStateException(matter.code() + " has no " + kind.template());
        String text = places.fill(words.pick(template), file, matter, kind, words);
        try (PDDocument document = new PDDocument()) {
            return drawn(document, file, matter, kind, text, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] drawn(PDDocument document, CaseFile file, Matter matter, Kind kind, String text, PermitWords words)
            throws IOException {
        document.getDocumentCatalog().setLanguage(words.isEnglish() ? "en" : "zh-CN");
        PdfSheet sheet = new PdfSheet(document);
        String title = words.of("letter." + kind.template());
        PaperParts.title(sheet, title, !words.isEnglish());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.of("case"), String.valueOf(file.number()), true, true));
        facts.add(Fact.wide(words.of("project"), file.name()));
        facts.add(Fact.wide(words.of("letter.matter"), words.pick(matter.title())));
        PaperParts.facts(sheet, facts, words.isEnglish() ? 92 : 74);
        sheet.skip(4);
        for (String paragraph : text.strip().split("\n")) {
            // Title and number stand above already.
            boolean said = paragraph.strip().equals(title) || paragraph.strip().equals(String.valueOf(file.number()));
            if (said || paragraph.isBlank()) continue;
            sheet.paragraph(paragraph.strip(), PdfFace.TEXT, 10.5f, PdfSheet.INK, words.isEnglish() ? 0 : 21);
            sheet.skip(4);
        }
        if (kind == Kind.REFUSAL) remedies(sheet, text, words);
        sheet.skip(14);
        boolean demo = settings.mode() == Settings.Mode.DEMO;
        String hash = CanonicalJson.sha256(file.id() + " " + kind.template() + " " + text);
        PaperParts.check(
                sheet,
                new PaperParts.Check(
                        "",
                        "",
                        hash,
                        words.of("check.title"),
                        List.of(words.of("check.hash", "hash", hash.substring(0, 20))),
                        List.of(words.of("hand.authority"), words.of("hand.date", "date", places.day(file, kind))),
                        words.of(demo ? "seal.demo" : "seal.later")));
        int count = sheet.pageCount();
        sheet.finish(
                words.isEnglish() ? city.en() : city.zh(),
                String.valueOf(file.number()),
                demo ? words.of("invented") : "",
                page -> words.of("page", "page", page).replace("{pages}", String.valueOf(count)));
        document.getDocumentInformation().setTitle(title + " " + file.number());
        document.getDocumentInformation().setProducer("Cuntu");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A refusal says what can be done against it, also where the template forgot. */
    private void remedies(PdfSheet sheet, String text, PermitWords words) {
        String remedies = places.remedies(words);
        if (text.contains(remedies)) return;
        PaperParts.heading(sheet, words.of("letter.remedies"), "", 60);
        sheet.paragraph(remedies, PdfFace.TEXT, 10.5f, PdfSheet.INK, words.isEnglish() ? 0 : 21);
    }
}
