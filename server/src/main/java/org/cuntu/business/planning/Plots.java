package org.cuntu.business.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what may be built at a place. Reads only; the caller writes the proof entry. Thread safe. */
public interface Plots {
    /**
     * At a point, EPSG:4490, degrees.
     *
     * @param asOf T; null: today
     * @param known K: an instant or a date; null: all that is known
     * @throws org.cuntu.engine.problem.InputRefused for a point outside the city or a wrong clock
     */
    PlotCard at(double lon, double lat, @Nullable LocalDate asOf, @Nullable String known);

    /** Of a plot by its unit and number. Empty when the version in force has none. */
    Optional<PlotCard> byNumber(String unit, String number, @Nullable LocalDate asOf, @Nullable String known);

    /**
     * Of a feature of a version of the layer of plots.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 404 when there is none; 409 when another version is in force
     */
    PlotCard ofFeature(String hash, int feature, @Nullable LocalDate asOf, @Nullable String known);

    /** Plots whose number, or unit, contains a text; at most so many. */
    List<Found> find(String text, int most, @Nullable LocalDate asOf, @Nullable String known);

    /** @param box west, south, east, north */
    record Found(int feature, String unit, String number, String use, List<Double> box) {}
}
