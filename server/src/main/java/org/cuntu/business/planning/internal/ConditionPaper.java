package org.cuntu.business.planning.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.core.conformity.report.PaperMap;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sheet on paper, in one language: what was kept and nothing else; only the plate looks at the versions that it was made of. The same
 * sheet in the same state gives the same paper. No seal.
 */
@Component
class ConditionPaper {
    private final ConditionTable sheets;
    private final PlanningWords names;
    private final PlotJson plots;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final CityFolder city;
    private final CityClock clock;
    private final Settings settings;
    /** A paper holds its faces in memory while it is drawn. */
    private final Semaphore drawing = new Semaphore(1);

    ConditionPaper(
            ConditionTable sheets,
            PlanningWords names,
            PlotJson plots,
            Baselines baselines,
            SnapshotStore store,
            CityFolder city,
            CityClock clock,
            Settings settings) {
        this.sheets = sheets;
        this.names = names;
        this.plots = plots;
        this.baselines = baselines;
        this.store = store;
        this.city = city;
        this.clock = clock;
        this.settings = settings;
    }

    byte[] of(PlanCondition sheet, Locale locale) {
        drawing.acquireUninterruptibly();
        try {
            return drawn(sheet, new PlotWords(locale), locale);
        } finally {
            drawing.release();
        }
    }

    private byte[] drawn(PlanCondition sheet, PlotWords words, Locale locale) {
        ConditionTable.Content kept = sheets.content(sheet.id());
        JsonNode content = JsonMapper.shared().readTree(kept.text());
        try (PDDocument document = new PDDocument();
                PlotBaseline open = versions(sheet, content)) {
            document.setDocumentId(
                    (long) sheet.hash().hashCode() * 31 + sheet.called().hashCode());
            document.getDocumentCatalog().setLanguage(words.isEnglish() ? "en" : "zh-CN");
            PdfSheet paper = new PdfSheet(document);
            ConditionPages pages = new ConditionPages(
                    new ConditionPrint(paper, words, names, plots),
                    new ConditionPages.About(
                            sheet,
                            sheet.stateAt(clock.today()),
                            content,
                            grounds(kept.ground()),
                            clock.text(sheet.known()),
                            settings.publicUrl().replaceAll("/+$", "")));
            pages.print(new ConditionPages.Plate(locale, snapshots(open), paperNames(words)));
            int count = paper.pageCount();
            paper.finish(
                    words.pick(city.zh(), city.en()),
                    sheet.number() == null ? words.of("draft") : sheet.called(),
                    sheet.invented() ? words.of("invented") : "",
                    page -> words.of("page")
                            .replace("{page}", String.valueOf(page))
                            .replace("{pages}", String.valueOf(count)));
            document.getDocumentInformation().setTitle(words.of("title") + " " + sheet.called());
            document.getDocumentInformation().setProducer("Cuntu");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Geometry> grounds(String text) {
        List<Geometry> grounds = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared().readTree(text)) grounds.add(ConditionPart.read(each.toString()));
        return grounds;
    }

    private PlotBaseline versions(PlanCondition sheet, JsonNode content) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (JsonNode layer : content.path("values").path("layers"))
            if (layer.path("hash").isString())
                hashes.put(layer.path("layer").asString(""), layer.path("hash").asString(""));
        Baseline baseline = baselines.replay(sheet.asOf(), sheet.known(), hashes);
        return new PlotBaseline(baseline, store, entry -> true);
    }

    private static Map<String, Snapshot> snapshots(PlotBaseline open) {
        return open.snapshots(List.of(PlotsFile.PLOTS, PlotsFile.LINES));
    }

    private PaperMap.Names paperNames(PlotWords words) {
        return new PaperMap.Names() {
            @Override
            public String layer(String code) {
                Map<String, String> name = names.layer(code);
                return words.pick(name.getOrDefault("zh", code), name.getOrDefault("en", code));
            }

            @Override
            public String landClass(String scheme, String code) {
                Map<String, String> name = plots.use(code, code);
                return words.pick(name.getOrDefault("zh", code), name.getOrDefault("en", code));
            }
        };
    }
}
