package org.cuntu.core.conformity.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;

/**
 * Gives leaves their hectares and percentages so that these, too, add up: hectares are apportioned once over the project
 * at four places, ridge and remainder each a part of their own; percentages by largest remainder (handbook 5.7).
 */
final class LeafUnits {
    private LeafUnits() {}

    /** @param scaled whether the parts add up to the site; if not, each figure is rounded on its own */
    static List<Leaf> leaves(List<LayerLeaves.Part> parts, Area site, boolean scaled) {
        long[] sizes = sizes(parts);
        long[] hectares = hectares(sizes, site, scaled);
        List<Share> shares = shares(sizes, site, scaled);
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            LayerLeaves.Part p = parts.get(i);
            leaves.add(new Leaf(
                    p.plot(),
                    p.kind(),
                    p.feature(),
                    p.area(),
                    p.ridge(),
                    hectares[2 * i] + hectares[2 * i + 1],
                    hectares[2 * i + 1],
                    plus(shares.get(2 * i), shares.get(2 * i + 1)),
                    shares.get(2 * i + 1),
                    p.perimeter(),
                    p.sliver(),
                    p.fields()));
        }
        return leaves;
    }

    private static long[] hectares(long[] sizes, Area site, boolean scaled) {
        if (scaled) return Apportionment.apportion(sizes, hectares(site));
        return Arrays.stream(sizes).map(size -> hectares(new Area(size))).toArray();
    }

    /** Of each part in 0.01 m² what is not ridge, and the ridge. */
    private static long[] sizes(List<LayerLeaves.Part> parts) {
        long[] sizes = new long[2 * parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            LayerLeaves.Part p = parts.get(i);
            sizes[2 * i] = p.area().minus(p.ridge()).hundredths();
            sizes[2 * i + 1] = p.ridge().hundredths();
        }
        return sizes;
    }

    /** In 0.0001 ha, rounded half up on its own. */
    static long hectares(Area area) {
        return area.hectares(4).unscaledValue().longValueExact();
    }

    private static List<Share> shares(long[] sizes, Area site, boolean scaled) {
        if (scaled) return Apportionment.shares(sizes);
        List<Share> shares = new ArrayList<>();
        for (long size : sizes) shares.add(share(new Area(size), site));
        return shares;
    }

    private static Share plus(Share one, Share other) {
        return new Share(one.hundredthsOfPercent() + other.hundredthsOfPercent());
    }

    /** Of the site, rounded half up on its own. */
    static Share share(Area area, Area site) {
        if (site.isZero()) return Share.ZERO;
        return new Share(BigDecimal.valueOf(area.hundredths())
                .multiply(BigDecimal.valueOf(10_000))
                .divide(BigDecimal.valueOf(site.hundredths()), 0, RoundingMode.HALF_UP)
                .intValueExact());
    }

    static Share share(List<Leaf> leaves, Leaf.Kind kind) {
        int sum = 0;
        for (Leaf leaf : leaves) if (leaf.kind() == kind) sum += leaf.share().hundredthsOfPercent();
        return new Share(sum);
    }
}
