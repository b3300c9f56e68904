package org.cuntu.core.conformity.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Table;
import org.cuntu.core.conformity.internal.WrittenObjects.Members;
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

/**
 * The review as JSON by {@code docs/schema/review-1.json} (contracts 1): what the page, the terminal and the paper are
 * made of. Areas are decimal strings in m² with two places, shares percent with two; words are in one language.
 */
public final class ReviewJson {
    public static final String SCHEMA = "cuntu:review-1";
    private static final byte[] BEFORE_FEATURES =
            ",\"shapes\":{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.US_ASCII);

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
     * The text, UTF-8, for a page that follows the pen: all figures, and the outlines, without what it does not read while the hand
     * moves. Absent are the tables, the canonical hash and a finding's pieces, of which only the number is told ({@code taken});
     * leaves that the page's tables sum are one ({@link LeafGroups}).
     *
     * @param shapes make the features of the outlines; on any thread
     * @param millis asked last: how long it took
     * @param hands how many threads make it, when as many are idle
     */
    public static byte[] brief(
            ReviewResult review,
            LandClass.Schemes classes,
            Heading heading,
            Locale locale,
            List<Supplier<Map<String, Object>>> shapes,
            DoubleSupplier millis,
            int hands) {
        ReviewJson json = new ReviewJson(review, classes, locale, true);
        List<byte[]> made = ManyHands.map(1 + shapes.size(), hands, part -> JsonMapper.shared()
                .writeValueAsBytes(
                        part == 0 ? json.tree(heading) : shapes.get(part - 1).get()));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] object = made.getFirst();
        text.write(object, 0, object.length - 1); // its closing brace comes last
        text.writeBytes(BEFORE_FEATURES);
        for (int i = 1; i < made.size(); i++) {
            if (i > 1) text.write(',');
            text.writeBytes(made.get(i));
        }
        text.writeBytes(("]},\"millis\":" + millis.getAsDouble() + "}").getBytes(StandardCharsets.US_ASCII));
        return text.toByteArray();
    }

    /** A tree of each, or, in an answer that is only sent, its text. */
    private <T> Object objects(List<T> items, BiConsumer<T, Members> say, Function<T, @Nullable Object> quiet) {
        if (brief) return new WrittenObjects<>(items, say, quiet);
        return each(items, item -> {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            say.accept(item, tree::put);
            return tree;
        });
    }

    private Map<String, @Nullable Object> tree(Heading heading) {
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
        String language = locale.getLanguage();
        String rules = review.input().rules().hash();
        tree.put("layers", objects(review.layers(), this::layer, layer -> QuietLayer.of(layer, language)));
        tree.put(
                "findings",
                objects(
                        Tables.worstFirst(review.findings()),
                        this::finding,
                        finding -> QuietFinding.of(finding, rules, language)));
        if (!brief) tree.put("tables", tables());
        tree.put("notes", notes());
        tree.put("ruleSet", review.input().rules().hash());
        if (!brief) tree.put("canonicalHash", CanonicalJson.sha256(CanonicalResult.text(review)));
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

    private void layer(LayerResult layer, Members members) {
        SnapshotRef snapshot = layer.snapshot();
        NotAnsweredReason reason = layer.reason();
        boolean overlapping = layer.entry().schema().kind() == LayerKind.OVERLAPPING;
        members.put("layer", layer.entry().code());
        members.put(
                "name",
                locale.getLanguage().equals("en")
                        ? layer.entry().en()
                        : layer.entry().zh());
        members.put("group", layer.entry().group());
        members.put("required", layer.entry().required());
        members.put("snapshot", snapshot == null ? null : snapshot.hash());
        members.put(
                "inForceFrom", snapshot == null ? null : snapshot.inForceFrom().toString());
        members.put("knownFrom", snapshot == null ? null : snapshot.knownFrom().toString());
        members.put("invented", snapshot != null && snapshot.invented());
        members.put("answer", layer.answer().name());
        members.put("answerText", ReviewWords.in(locale, "answer." + layer.answer()));
        members.put("reason", reason == null ? null : reason.code());
        members.put("reasonText", reason == null ? null : ReviewWords.in(locale, "reason." + reason.code()));
        members.put("area", layer.area().toString());
        members.put("share", layer.share().toString());
        if (overlapping) members.put("union", layer.area().toString());
        members.put(
                "leaves",
                brief
                        ? new LeafGroups(
                                layer.entry().code(),
                                layer.leaves(),
                                review.input().plots())
                        : new LeavesJson(layer.leaves(), review.input().plots()));
        members.put("touches", each(layer.touches(), t -> Map.of("plot", number(t.plot()), "feature", t.feature())));
        members.put(
                "slivers",
                Map.of(
                        "count", layer.slivers().count(),
                        "area", layer.slivers().area().toString(),
                        "seen", layer.sliversSeen()));
    }

    private void finding(Finding finding, Members members) {
        members.put("rule", finding.rule().id());
        members.put("title", finding.rule().title().in(locale));
        members.put("ruleVersion", finding.rule().version());
        members.put("layer", finding.rule().select().layer());
        members.put("verdict", finding.verdict().name());
        members.put("verdictText", ReviewWords.in(locale, "verdict." + finding.verdict()));
        members.put("severity", finding.rule().severity().name());
        members.put("area", finding.area().toString());
        if (!finding.areaWithSlivers().equals(finding.area()))
            members.put("areaWithSlivers", finding.areaWithSlivers().toString());
        members.put("hectares", Figures.hectares(finding.hectares()));
        members.put("share", finding.share().toString());
        members.put(
                "article",
                each(
                        finding.rule().articles(),
                        a -> Map.of(
                                "doc", a.doc(),
                                "clause", a.clause(),
                                "status", a.status().name().toLowerCase(Locale.ROOT))));
        members.put("needs", finding.needs());
        members.put("needsText", each(finding.needs(), need -> DocumentWords.of(
                        review.input().rules(), need)
                .in(locale)));
        members.put("given", finding.given());
        members.put("satisfied", finding.isSatisfied());
        if (!finding.asks().isEmpty()) {
            members.put("asks", finding.asks());
            members.put("asksText", each(finding.asks(), fact -> ReviewWords.in(locale, "fact." + fact)));
        }
        if (!finding.papers().isEmpty()) members.put("papers", each(finding.papers(), this::paper));
        members.put("remedy", finding.rule().remedy().in(locale));
        if (brief) members.put("taken", finding.pieces().size());
        else members.put("pieces", each(finding.pieces(), piece -> piece(finding, piece)));
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
