package org.cuntu.core.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.CollectionRate;
import org.cuntu.core.catalogue.Freshness;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue, the freshness board and the collection rate as tables for spreadsheets. */
@Component
class CatalogueFiles {
    static final List<String> TABLES = List.of("entries", "freshness", "collection");

    private final Catalogue catalogue;
    private final Baselines baselines;
    private final LayerRegister register;
    private final Organisation organisation;
    private final CityClock clock;

    CatalogueFiles(
            Catalogue catalogue,
            Baselines baselines,
            LayerRegister register,
            Organisation organisation,
            CityClock clock) {
        this.catalogue = catalogue;
        this.baselines = baselines;
        this.register = register;
        this.organisation = organisation;
        this.clock = clock;
    }

    TableFile of(String what, @Nullable LocalDate asOf, @Nullable String known, Locale locale) {
        CatalogueWords words = new CatalogueWords(locale);
        Baseline baseline = baselines.resolveAll(asOf, known);
        String k = baseline.known() == null ? "–" : clock.text(baseline.known());
        String moment = words.of("in-force") + " " + baseline.asOf() + "  " + words.of("known") + " " + k;
        List<TableFile.Sheet> sheets =
                switch (what) {
                    case "entries" -> List.of(entries(catalogue.list(asOf, known), words, locale));
                    case "freshness" -> List.of(freshness(catalogue.list(asOf, known), words, locale));
                    default -> collection(catalogue.collection(asOf, known), words, locale);
                };
        return new TableFile(moment, sheets);
    }

    private static TableFile.Sheet entries(List<CatalogueEntry> entries, CatalogueWords words, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            SnapshotRef snapshot = entry.snapshot();
            rows.add(List.of(
                    entry.layer().code(),
                    locale.getLanguage().equals("en")
                            ? entry.layer().en()
                            : entry.layer().zh(),
                    entry.metadata().resourceCode(),
                    entry.metadata().unitName().in(locale),
                    entry.metadata().provider(),
                    entry.metadata().standard(),
                    entry.metadata().description().in(locale),
                    words.of(entry.metadata().cycle()),
                    words.of("classification." + entry.layer().classification()),
                    words.of(entry.metadata().share().kind()),
                    entry.core() == 0 ? "" : String.valueOf(entry.core()),
                    words.of(entry.freshness().state()),
                    text(entry.freshness().dueOn()),
                    snapshot == null ? "" : snapshot.inForceFrom().toString(),
                    snapshot == null ? "" : snapshot.knownFrom().toString(),
                    entry.score() == null ? "" : String.valueOf(entry.score().value()),
                    entry.coverage() == null ? "" : entry.coverage().covered().toString(),
                    entry.coverage() == null ? "" : entry.coverage().ground().toString()));
        }
        return sheet(
                words,
                "entries",
                rows,
                "layer name resource unit provider standard description cycle classification share core* state due"
                        + " in-force known score* covered* ground*");
    }

    private TableFile.Sheet freshness(List<CatalogueEntry> entries, CatalogueWords words, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        for (CatalogueEntry entry : entries)
            for (Freshness.County county : entry.freshness().counties())
                rows.add(List.of(
                        entry.layer().code(),
                        name(entry.layer().code(), locale),
                        entry.metadata().unitName().in(locale),
                        words.of(entry.metadata().cycle()),
                        county.division(),
                        division(county.division(), locale),
                        words.of(county.state()),
                        text(county.inForceFrom()),
                        text(county.dueOn())));
        return sheet(words, "freshness", rows, "layer name unit cycle division county state in-force due");
    }

    private List<TableFile.Sheet> collection(CollectionRate rate, CatalogueWords words, Locale locale) {
        String figures = "due-items* delivered* on-time* passed* collected* rate* timely* passing*";
        List<List<String>> datasets = new ArrayList<>();
        for (CollectionRate.Dataset each : rate.datasets())
            datasets.add(row(
                    List.of(each.layer(), name(each.layer(), locale), String.valueOf(each.weight())), each.figures()));
        datasets.add(row(List.of("", words.of("total"), ""), rate.city()));
        List<List<String>> counties = new ArrayList<>();
        for (CollectionRate.County each : rate.counties())
            counties.add(row(List.of(each.division(), division(each.division(), locale)), each.figures()));
        counties.add(row(List.of("", words.of("total")), rate.city()));
        List<List<String>> items = new ArrayList<>();
        for (CollectionRate.Item item : rate.items())
            items.add(List.of(
                    item.layer(),
                    name(item.layer(), locale),
                    item.division(),
                    division(item.division(), locale),
                    item.from().toString(),
                    item.to().toString(),
                    item.dueOn().toString(),
                    words.of(item.state()),
                    text(item.inForceFrom()),
                    item.deliveredAt() == null ? "" : clock.text(item.deliveredAt()),
                    item.score() == null ? "" : String.valueOf(item.score())));
        return List.of(
                sheet(words, "datasets", datasets, "layer name weight* " + figures),
                sheet(words, "counties", counties, "division county " + figures),
                sheet(
                        words,
                        "items",
                        items,
                        "layer name division county from to due item-state in-force delivered-at score*"));
    }

    private static List<String> row(List<String> first, CollectionRate.Figures figures) {
        List<String> row = new ArrayList<>(first);
        for (long count :
                new long[] {figures.due(), figures.delivered(), figures.onTime(), figures.passed(), figures.collected()
                }) row.add(String.valueOf(count));
        row.add(text(figures.rate()));
        row.add(text(figures.timely()));
        row.add(text(figures.passing()));
        return row;
    }

    /** @param heads keys of the words, a star behind those of figures */
    private static TableFile.Sheet sheet(CatalogueWords words, String title, List<List<String>> rows, String heads) {
        List<String> keys = List.of(heads.split(" "));
        return new TableFile.Sheet(
                words.of("sheet." + title),
                keys.stream()
                        .map(key -> words.of("head." + key.replace("*", "")))
                        .toList(),
                keys.stream().map(key -> key.endsWith("*")).toList(),
                rows);
    }

    private String name(String layer, Locale locale) {
        return register.findLayer(layer)
                .map(found -> locale.getLanguage().equals("en") ? found.en() : found.zh())
                .orElse(layer);
    }

    private String division(String code, Locale locale) {
        return organisation
                .findDivision(code)
                .map(found -> locale.getLanguage().equals("en") ? found.en() : found.zh())
                .orElse(code);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
