package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.conformity.Finding;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.conformity.Table;
import org.cuntu.core.rules.Paper;
import org.cuntu.core.rules.ProjectDocument;
import org.cuntu.core.rules.Verdict;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** Table 5, 分项结论: one row a finding, the worst first; then the layers that no rule read. */
final class ItemsTable {
    private final ReviewResult review;

    ItemsTable(ReviewResult review) {
        this.review = review;
    }

    Table table() {
        List<Table.Column> columns = new ArrayList<>();
        for (String key : List.of("number", "item", "verdict", "hectares", "share", "basis", "remedy"))
            columns.add(new Table.Column(
                    key,
                    ReviewWords.of("column." + key),
                    ReviewWords.same(""),
                    key.equals("hectares") || key.equals("share")));
        List<Table.Row> rows = new ArrayList<>();
        for (Finding finding : Tables.worstFirst(review.findings())) rows.add(finding(rows.size() + 1, finding));
        for (LayerResult layer : review.layers())
            if (review.findings().stream()
                    .noneMatch(
                            f -> f.rule().select().layer().equals(layer.entry().code())))
                rows.add(layer(rows.size() + 1, layer));
        return new Table("items", "ha", columns, rows);
    }

    private Table.Row finding(int number, Finding finding) {
        boolean silent = finding.verdict() == Verdict.NOT_ANSWERED;
        boolean unseen = silent && finding.area().isZero();
        LayerResult layer = review.findLayer(finding.rule().select().layer()).orElse(null);
        return new Table.Row(
                Table.Kind.ROW,
                List.of(
                        ReviewWords.same(String.valueOf(number)),
                        finding.rule().title(),
                        ReviewWords.of("verdict." + finding.verdict()),
                        unseen ? Figures.NONE : ReviewWords.same(Figures.hectares(finding.hectares())),
                        unseen ? Figures.NONE : Figures.cell(finding.share()),
                        Tables.article(finding.rule().articles()),
                        remedy(finding, layer)));
    }

    private Words remedy(Finding finding, @Nullable LayerResult layer) {
        return switch (finding.verdict()) {
            case PASS -> finding.isProved() ? papers(finding) : Figures.NONE;
            case NOT_ANSWERED -> finding.asks().isEmpty() ? reason(layer) : asks(finding);
            case FAIL, INFO -> finding.rule().remedy();
            case CONDITIONAL ->
                finding.isSatisfied()
                        ? join(
                                ReviewWords.of("finding.satisfied"),
                                finding.rule().remedy())
                        : finding.rule().remedy();
        };
    }

    /** The documents that prove it: type, number, issuer, day. */
    private Words papers(Finding finding) {
        Words words = ReviewWords.of("finding.proved");
        String zh = words.zh();
        String en = words.en() + " ";
        String comma = "";
        for (Paper paper : finding.papers()) {
            if (!paper.fits()) continue;
            ProjectDocument document = paper.document();
            Words type = DocumentWords.of(review.input().rules(), document.type());
            zh += comma + type.zh() + " " + document.number() + "（" + document.issuer() + "，" + document.date() + "）";
            en += comma + type.en() + " " + document.number() + " (" + document.issuer() + ", " + document.date() + ")";
            comma = "; ";
        }
        return new Words(zh, en);
    }

    private static Words asks(Finding finding) {
        Words words = ReviewWords.of("finding.asks");
        List<Words> facts = finding.asks().stream()
                .map(fact -> ReviewWords.of("fact." + fact))
                .toList();
        return new Words(
                words.zh() + String.join("、", facts.stream().map(Words::zh).toList()),
                words.en() + " "
                        + String.join(", ", facts.stream().map(Words::en).toList()));
    }

    private static Words reason(@Nullable LayerResult layer) {
        if (layer == null) return ReviewWords.of("reason.no-snapshot");
        if (layer.reason() == null) return ReviewWords.of("reason.undecided");
        return ReviewWords.of("reason." + layer.reason().code());
    }

    private static Table.Row layer(int number, LayerResult layer) {
        boolean silent = !layer.isAnswered();
        Area area = layer.area();
        return new Table.Row(
                Table.Kind.ROW,
                List.of(
                        ReviewWords.same(String.valueOf(number)),
                        new Words(layer.entry().zh(), layer.entry().en()),
                        ReviewWords.of("answer." + layer.answer()),
                        silent && area.isZero() ? Figures.NONE : ReviewWords.same(Figures.hectares(hectares(layer))),
                        silent && area.isZero() ? Figures.NONE : Figures.cell(layer.share()),
                        Figures.NONE,
                        silent ? reason(layer) : Figures.NONE));
    }

    private static long hectares(LayerResult layer) {
        if (!layer.scaled()) return LeafUnits.hectares(layer.area());
        return layer.leaves().stream()
                .filter(leaf -> leaf.feature() >= 0)
                .mapToLong(leaf -> leaf.hectares())
                .sum();
    }

    private static Words join(Words one, Words other) {
        return new Words(one.zh() + other.zh(), one.en() + " " + other.en());
    }
}
