package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cuntu.business.planning.PlanIndicator;
import org.cuntu.business.planning.PlanIndicator.Formula;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;

/**
 * An indicator by the map. Areas are sums of F rounded once to 0.01 m²; parts of a total are stated so that they add up to it as
 * stated (contracts 3).
 *
 * @param exact in the indicator's unit, with more places than it is stated in
 * @param stated in the indicator's places
 */
record MapFigure(BigDecimal exact, BigDecimal stated, List<String> features, int featureCount) {
    private static final int MOST_FEATURES = 200;
    private static final int EXACT = 12;

    /** By indicator; one whose layer was not delivered is not there. @param maps own snapshots by layer */
    static Map<String, MapFigure> all(PlanScheme scheme, Map<String, Snapshot> maps) {
        Map<String, MapFigure> figures = new LinkedHashMap<>();
        for (PlanIndicator indicator : scheme.indicators()) {
            Formula formula = indicator.formula();
            Snapshot snapshot = formula == null ? null : maps.get(formula.layer());
            if (formula != null && snapshot != null)
                figures.put(indicator.id(), of(scheme, indicator, formula, snapshot));
        }
        for (PlanIndicator total : scheme.indicators()) if (!total.parts().isEmpty()) addUp(total, figures);
        return figures;
    }

    private static MapFigure of(PlanScheme scheme, PlanIndicator indicator, Formula formula, Snapshot snapshot) {
        int[] chosen = IntStream.range(0, snapshot.size())
                .filter(i -> formula.field() == null
                        || OnLayerCheck.begins(snapshot.value(i, formula.field()), formula.values()))
                .toArray();
        BigDecimal exact =
                switch (formula.sum()) {
                    case AREA -> AreaUnit.in(Area.ofSquareMetres(integral(snapshot, chosen)), indicator.unit());
                    case COUNT -> BigDecimal.valueOf(chosen.length);
                    case SHARE -> share(integral(snapshot, chosen), integral(snapshot, allOf(snapshot)));
                    case FIELD -> sum(snapshot, chosen, Objects.requireNonNull(formula.number()));
                };
        String key = scheme.findLayer(formula.layer()).orElseThrow().key();
        List<String> names = IntStream.of(chosen)
                .limit(MOST_FEATURES)
                .mapToObj(i -> PlanMaps.text(snapshot.value(i, key)))
                .toList();
        return new MapFigure(exact, exact.setScale(indicator.places(), RoundingMode.HALF_UP), names, chosen.length);
    }

    private static int[] allOf(Snapshot snapshot) {
        return IntStream.range(0, snapshot.size()).toArray();
    }

    /** In feature order. */
    private static double integral(Snapshot snapshot, int[] features) {
        double sum = 0;
        for (int feature : features) sum += snapshot.integral(feature);
        return sum;
    }

    private static BigDecimal share(double part, double whole) {
        BigDecimal all = Area.ofSquareMetres(whole).toBigDecimal();
        if (all.signum() == 0) return BigDecimal.ZERO;
        return Area.ofSquareMetres(part).toBigDecimal().movePointRight(2).divide(all, EXACT, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Snapshot snapshot, int[] features, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int feature : features)
            switch (snapshot.value(feature, field)) {
                case BigDecimal decimal -> sum = sum.add(decimal);
                case Long whole -> sum = sum.add(BigDecimal.valueOf(whole));
                case null, default -> {}
            }
        return sum;
    }

    /** The parts in last places of the total's unit, so that they add up; only when together they are the total. */
    private static void addUp(PlanIndicator total, Map<String, MapFigure> figures) {
        MapFigure whole = figures.get(total.id());
        if (whole == null) return;
        List<String> ids = new ArrayList<>();
        for (String part : total.parts()) if (figures.containsKey(part)) ids.add(part);
        double[] parts = new double[ids.size()];
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal exact = Objects.requireNonNull(figures.get(ids.get(i))).exact();
            parts[i] = exact.doubleValue();
            sum = sum.add(exact);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(total.places());
        if (sum.subtract(whole.exact()).abs().compareTo(unit) >= 0
                || whole.exact().signum() == 0) return;
        long[] places = Apportionment.apportion(
                parts, whole.stated().movePointRight(total.places()).longValueExact());
        for (int i = 0; i < parts.length; i++) {
            MapFigure part = Objects.requireNonNull(figures.get(ids.get(i)));
            BigDecimal stated = BigDecimal.valueOf(places[i], total.places());
            figures.put(ids.get(i), new MapFigure(part.exact(), stated, part.features(), part.featureCount()));
        }
    }
}
