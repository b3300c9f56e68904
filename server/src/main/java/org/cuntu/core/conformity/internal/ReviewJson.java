package org.cuntu.core.conformity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Table;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Paper;
import org.cuntu.core.rules.ProjectText;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * The review as JSON by {@code docs/schema/review-1.json} (contracts 1): what the page, the terminal and the paper are
 * made of. Areas are decimal strings in m² with two places, shares percent with two; words are in one language.
 */
public final class ReviewJson {
    public static final String SCHEMA = "cuntu:review-1";

    /**
     * What is known of a stored review besides its result.
     *
     * @param id null for a live one
     */
    public record Heading(
            @Nullable String id,
            @Nullable String name,
            @Nullable Instant at,
            @Nullable String by) {
        public static final Heading LIVE = new Heading(null, null, null, null);
    }

    private final ReviewResult review;
    private final LandClass.Schemes classes;
    private final Locale locale;
    private final boolean brief;

    private ReviewJson(ReviewResult review, LandClass.Schemes classes, Locale locale, boolean brief) {
        this.review = review;
        this.classes = classes;
        this.locale = locale;
        this.brief = brief;
    }

    /** The tree, ready for Jackson. */
    public static Map<String, @Nullable Object> of(
            ReviewResult review, LandClass.Schemes classes, Heading heading, Locale locale) {
        return new ReviewJson(review, classes, locale, false).tree(heading);
    }

    /**
     * For a page that follows the pen: without the tables of the paper, which the page sums from the leaves itself, perimeters, and
     * fields that hold nothing. All other figures stay, and the outlines are with them. Its long parts are text already, so that it
     * is for an answer and not for a tree.
     *
     * @param shapes makes the outlines; on any thread
     * @param hands how many threads make it, when as many are idle
     */
    public static Map<String, @Nullable Object> brief(
            ReviewResult review,
            LandClass.Schemes classes,
            Heading heading,
            Locale locale,
            Supplier<Map<String, Object>> shapes,
            int hands) {
        ReviewJson json = new ReviewJson(review, classes, locale, true);
        List<Object> made = ManyHands.map(4, hands, part -> switch (part) {
            case 0 -> written(shapes.get());
            case 1 -> written(json.layers());
            case 2 -> written(json.findings());
            default -> json.hash();
        });
        Map<String, @Nullable Object> tree = json.tree(heading, made.get(1), made.get(2), made.get(3));
        tree.put("shapes", made.get(0));
        return tree;
    }

    private static Object written(Object part) {
        return new RawValue(JsonMapper.shared().writeValueAsString(part));
    }

    private List<@Nullable Object> layers() {
        return each(review.layers(), this::layer);
    }

    private List<@Nullable Object> findings() {
        return each(Tables.worstFirst(review.findings()), this::finding);
    }

    private String hash() {
        return CanonicalJson.sha256(CanonicalResult.text(review));
    }

    private Map<String, @Nullable Object> tree(Heading heading) {
        return tree(heading, layers(), findings(), hash());
    }

    private Map<String, @Nullable Object> tree(Heading heading, Object layers, Object findings, Object hash) {
        Summary summary = new Summary(review, classes);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Instant known = review.input().baseline().known();
        Instant at = heading.at();
        tree.put("schema", SCHEMA);
        tree.put("id", heading.id());
        tree.put("name", heading.name());
        tree.put("at", at == null ? null : at.toString());
        tree.put("by", heading.by());
        tree.put("language", locale.getLanguage());
        tree.put("engine", review.engine());
        tree.put("asOf", review.input().baseline().asOf().toString());
        tree.put("known", known == null ? null : known.toString());
        tree.put("project", ProjectText.tree(review.input().project()));
        tree.put("site", site());
        tree.put("conclusion", review.conclusion().name());
        Map<String, @Nullable Object> words = new LinkedHashMap<>(summary.figures());
        words.put("text", summary.text(locale));
        tree.put("summary", words);
        tree.put("layers", layers);
        tree.put("findings", findings);
        if (!brief) tree.put("tables", tables());
        tree.put("notes", notes());
        tree.put("ruleSet", review.input().rules().hash());
        tree.put("canonicalHash", hash);
        return tree;
    }

    private Map<String, @Nullable Object> site() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        List<ReviewPlot> plots = review.input().plots();
        tree.put("hash", review.input().siteHash());
        tree.put("crs", review.input().crs());
        tree.put("legalArea", review.legal().toString());
        tree.put(
                "planeArea",
                sum(plots, p -> p.plane() == null ? null : p.plane().value()));
        tree.put(
                "statedArea",
                sum(plots, p -> p.stated() == null ? null : p.stated().value()));
        tree.put("factor", review.factor());
        tree.put("plots", each(plots, ReviewJson::plot));
        return tree;
    }

    private static Map<String, @Nullable Object> plot(ReviewPlot plot) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", plot.number());
        tree.put("name", plot.name());
        tree.put("use", plot.use());
        tree.put("legalArea", plot.legal().value().toString());
        tree.put("planeArea", plot.plane() == null ? null : plot.plane().value().toString());
        tree.put(
                "statedArea",
                plot.stated() == null ? null : plot.stated().value().toString());
        return tree;
    }

    /** Null unless every plot has the figure. */
    private static @Nullable String sum(List<ReviewPlot> plots, Function<ReviewPlot, @Nullable Area> figure) {
        Area sum = Area.ZERO;
        for (ReviewPlot plot : plots) {
            Area area = figure.apply(plot);
            if (area == null) return null;
            sum = sum.plus(area);
        }
        return sum.toString();
    }

    private Map<String, @Nullable Object> layer(LayerResult layer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        SnapshotRef snapshot = layer.snapshot();
        NotAnsweredReason reason = layer.reason();
        boolean overlapping = layer.entry().schema().kind() == LayerKind.OVERLAPPING;
        tree.put("layer", layer.entry().code());
        tree.put(
                "name",
                locale.getLanguage().equals("en")
                        ? layer.entry().en()
                        : layer.entry().zh());
        tree.put("group", layer.entry().group());
        tree.put("required", layer.entry().required());
        tree.put("snapshot", snapshot == null ? null : snapshot.hash());
        tree.put("inForceFrom", snapshot == null ? null : snapshot.inForceFrom().toString());
        tree.put("knownFrom", snapshot == null ? null : snapshot.knownFrom().toString());
        tree.put("invented", snapshot != null && snapshot.invented());
        tree.put("answer", layer.answer().name());
        tree.put("answerText", ReviewWords.in(locale, "answer." + layer.answer()));
        tree.put("reason", reason == null ? null : reason.code());
        tree.put("reasonText", reason == null ? null : ReviewWords.in(locale, "reason." + reason.code()));
        tree.put("area", layer.area().toString());
        tree.put("share", layer.share().toString());
        if (overlapping) tree.put("union", layer.area().toString());
        tree.put("leaves", new LeavesJson(layer.leaves(), review.input().plots(), brief));
        tree.put("touches", each(layer.touches(), t -> Map.of("plot", number(t.plot()), "feature", t.feature())));
        tree.put(
                "slivers",
                Map.of(
                        "count", layer.slivers().count(),
                        "area", layer.slivers().area().toString(),
                        "seen", layer.sliversSeen()));
        return tree;
    }

    private Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("rule", finding.rule().id());
        tree.put("title", finding.rule().title().in(locale));
        tree.put("ruleVersion", finding.rule().version());
        tree.put("layer", finding.rule().select().layer());
        tree.put("verdict", finding.verdict().name());
        tree.put("verdictText", ReviewWords.in(locale, "verdict." + finding.verdict()));
        tree.put("severity", finding.rule().severity().name());
        tree.put("area", finding.area().toString());
        if (!finding.areaWithSlivers().equals(finding.area()))
            tree.put("areaWithSlivers", finding.areaWithSlivers().toString());
        tree.put("hectares", Figures.hectares(finding.hectares()));
        tree.put("share", finding.share().toString());
        tree.put(
                "article",
                each(
                        finding.rule().articles(),
                        a -> Map.of(
                                "doc", a.doc(),
                                "clause", a.clause(),
                                "status", a.status().name().toLowerCase(Locale.ROOT))));
        tree.put("needs", finding.needs());
        tree.put("needsText", each(finding.needs(), need -> DocumentWords.of(
                        review.input().rules(), need)
                .in(locale)));
        tree.put("given", finding.given());
        tree.put("satisfied", finding.isSatisfied());
        if (!finding.asks().isEmpty()) {
            tree.put("asks", finding.asks());
            tree.put("asksText", each(finding.asks(), fact -> ReviewWords.in(locale, "fact." + fact)));
        }
        if (!finding.papers().isEmpty()) tree.put("papers", each(finding.papers(), this::paper));
        tree.put("remedy", finding.rule().remedy().in(locale));
        tree.put("pieces", each(finding.pieces(), piece -> piece(finding, piece)));
        return tree;
    }

    private Map<String, @Nullable Object> paper(Paper paper) {
        Paper.Reason reason = paper.reason();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(ProjectText.document(paper.document()));
        tree.put(
                "typeText",
                DocumentWords.of(review.input().rules(), paper.document().type())
                        .in(locale));
        tree.put("fits", paper.fits());
        tree.put("reason", reason == null ? null : reason.code());
        tree.put("reasonText", reason == null ? null : ReviewWords.in(locale, "paper." + reason.code()));
        return tree;
    }

    private Map<String, @Nullable Object> piece(Finding finding, Finding.Piece piece) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Leaf leaf = piece.leaf();
        tree.put("layer", finding.rule().select().layer());
        tree.put("plot", number(leaf.plot()));
        tree.put("feature", leaf.feature() < 0 ? null : leaf.feature());
        tree.put("kind", leaf.kind().code());
        tree.put("area", piece.area().toString());
        if (piece.zone() != null) tree.put("zone", piece.zone());
        return tree;
    }

    private Map<String, @Nullable Object> tables() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Map<String, @Nullable Object> planUse = new LinkedHashMap<>();
        tree.put("landUse", null);
        tree.put("planUse", planUse);
        tree.put("controlLines", null);
        tree.put("cropland", null);
        tree.put("conversion", null);
        tree.put("items", null);
        planUse.put("zones", null);
        planUse.put("plots", null);
        for (Table table : new Tables(review, classes).all())
            switch (table.id()) {
                case "planZones" -> planUse.put("zones", table(table));
                case "planPlots" -> planUse.put("plots", table(table));
                default -> tree.put(table.id(), table(table));
            }
        return tree;
    }

    private Map<String, @Nullable Object> table(Table table) {
        String title = table.id().equals("cropland") ? "table.cropland.title" : "table." + table.id();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", ReviewWords.in(locale, title));
        tree.put("unit", table.unit());
        tree.put("columns", each(table.columns(), column -> {
            Map<String, @Nullable Object> head = new LinkedHashMap<>();
            head.put("key", column.key());
            head.put("title", column.title().in(locale));
            head.put("group", column.group().in(locale));
            head.put("numeric", column.numeric());
            return head;
        }));
        tree.put("rows", each(table.rows(), row -> {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
            line.put("cells", each(row.cells(), (Words cell) -> cell.in(locale)));
            return line;
        }));
        return tree;
    }

    private List<Object> notes() {
        List<Object> notes = new ArrayList<>();
        for (ReviewResult.Note note : review.notes())
            notes.add(Map.of(
                    "code", note.code(),
                    "args", note.args(),
                    "text", ReviewWords.in(locale, "note." + note.code(), note.args())));
        List<String> invented = new ArrayList<>();
        for (LayerResult layer : review.layers()) {
            SnapshotRef snapshot = layer.snapshot();
            if (snapshot != null && snapshot.invented())
                invented.add(layer.entry().code());
        }
        Map<String, String> args = Map.of("layers", String.join(" ", invented));
        if (!invented.isEmpty())
            notes.add(Map.of("code", "invented", "args", args, "text", ReviewWords.in(locale, "note.invented", args)));
        return notes;
    }

    private String number(int plot) {
        return review.input().plots().get(plot).number();
    }

    private static <T> List<@Nullable Object> each(List<T> items, Function<T, @Nullable Object> map) {
        List<@Nullable Object> list = new ArrayList<>(items.size());
        for (T item : items) list.add(map.apply(item));
        return list;
    }
}
