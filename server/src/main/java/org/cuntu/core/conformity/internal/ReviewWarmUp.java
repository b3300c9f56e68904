package org.cuntu.core.conformity.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.WarmUp;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Live reviews around the city's middle, so that the first person who draws does not wait for the compiler. */
@Component
@Order(20)
@ConditionalOnWebApplication
class ReviewWarmUp implements WarmUp {
    private static final Duration LONGEST = Duration.ofMillis(1500);
    private static final int ROUNDS = 150;
    private static final double STEP = 0.002;
    private static final double RADIUS = 0.0017;

    private final Reviews reviews;
    private final CityFolder city;

    ReviewWarmUp(Reviews reviews, CityFolder city) {
        this.reviews = reviews;
        this.city = city;
    }

    @Override
    public void warmUp() {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int round = 0; round < ROUNDS && (round == 0 || System.nanoTime() < end); round++)
            reviews.brief(request(round), Locale.CHINESE, () -> 0);
    }

    /** A regular polygon of 20 corners, a little further each time. */
    private ReviewRequest request(int round) {
        double lon = city.center().get(0) + STEP * (round % 12 - 6);
        double lat = city.center().get(1) + STEP * (round / 12 - 6);
        Coordinate[] ring = new Coordinate[21];
        for (int i = 0; i < 20; i++)
            ring[i] = new Coordinate(
                    lon + RADIUS * StrictMath.cos(i * Math.PI / 10), lat + RADIUS * StrictMath.sin(i * Math.PI / 10));
        ring[20] = ring[0].copy();
        Plot plot = new Plot(
                "1", "", "", null, GeoShape.of(Crs.CGCS2000, new GeometryFactory().createPolygon(ring)), Map.of());
        Project project = new Project("", "", "", null, List.of());
        return new ReviewRequest("", Crs.CGCS2000, List.of(plot), project, null, null);
    }
}
