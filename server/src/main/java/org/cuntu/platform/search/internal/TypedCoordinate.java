package org.cuntu.platform.search.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cuntu.engine.geometry.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Every way to read a typed pair of numbers as a place: degrees as decimals or 度分秒, planes of 3° and 6° zones with and
 * without the zone in the easting, Web Mercator. Never one of several: the reader is shown all that make sense.
 */
final class TypedCoordinate {
    private static final Pattern ANGLE = Pattern.compile(
            "(?<before>[EWNS东西北南][经纬]?)?\\s*(?<degrees>-?\\d{1,3}(?:\\.\\d+)?)\\s*[°度:]\\s*"
                    + "(?:(?<minutes>\\d{1,2}(?:\\.\\d+)?)\\s*['′分:]\\s*)?(?:(?<seconds>\\d{1,2}(?:\\.\\d+)?)\\s*(?:[\"″秒]|''|′′))?"
                    + "\\s*(?<after>[EWNS])?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern ONLY =
            Pattern.compile("(?:[\\d.\\s,;:°'\"″′度分秒东西南北经纬米\\-=]|[XYEWNSxyewns]|lon|lat|m)+");

    /**
     * One reading.
     *
     * @param systems the systems in which the numbers mean the same place
     */
    record Reading(List<Crs> systems, double lon, double lat) {}

    private final double[] bounds;

    /** @param bounds west, south, east, north of the city, degrees */
    TypedCoordinate(List<Double> bounds) {
        this.bounds = bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether a place lies in the city or within half a degree of it. */
    boolean isNear(double lon, double lat) {
        return lon > bounds[0] - 0.5 && lat > bounds[1] - 0.5 && lon < bounds[2] + 0.5 && lat < bounds[3] + 0.5;
    }

    /** Empty when the text is no pair of coordinates. Readings near the city alone, unless there are none near it. */
    List<Reading> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replace('”', '"')
                .replace('、', ',');
        if (!ONLY.matcher(text).matches()) return List.of();
        List<MatchResult> angles = ANGLE.matcher(text).results().toList();
        if (angles.size() == 2) return degrees(angle(angles.get(0)), angle(angles.get(1)), isNorth(angles.get(0)));
        List<Double> numbers = NUMBER.matcher(text)
                .results()
                .map(m -> Double.valueOf(m.group()))
                .toList();
        if (numbers.size() != 2 || !angles.isEmpty()) return List.of();
        double a = numbers.get(0);
        double b = numbers.get(1);
        List<Reading> readings = new ArrayList<>(degrees(a, b, null));
        if (readings.isEmpty()) readings.addAll(planes(a, b));
        List<Reading> near = readings.stream().filter(r -> isNear(r.lon, r.lat)).toList();
        return near.isEmpty() ? readings : near;
    }

    private static double angle(MatchResult angle) {
        double degrees = Double.parseDouble(angle.group("degrees"));
        double minutes = angle.group("minutes") == null ? 0 : Double.parseDouble(angle.group("minutes"));
        double seconds = angle.group("seconds") == null ? 0 : Double.parseDouble(angle.group("seconds"));
        return minutes >= 60 || seconds >= 60 ? Double.NaN : degrees + minutes / 60 + seconds / 3600;
    }

    /** Whether the first angle says that it is the latitude; null when it says nothing. */
    private static @Nullable Boolean isNorth(MatchResult angle) {
        String said = angle.group("before") != null ? angle.group("before") : angle.group("after");
        return said == null ? null : "NnSs北南".indexOf(said.charAt(0)) >= 0;
    }

    /** Longitudes of China are above 70, latitudes below 60, so the order of the two says itself. */
    private static List<Reading> degrees(double a, double b, @Nullable Boolean latitudeFirst) {
        boolean swapped = latitudeFirst == null ? a < b : latitudeFirst;
        double lon = swapped ? b : a;
        double lat = swapped ? a : b;
        boolean inside = lon >= 70 && lon <= 140 && lat >= 0 && lat <= 60;
        return inside ? List.of(new Reading(List.of(Crs.CGCS2000, Crs.WGS84), lon, lat)) : List.of();
    }

    private List<Reading> planes(double a, double b) {
        Map<String, Reading> found = new LinkedHashMap<>();
        for (Crs crs : systems()) {
            add(found, crs, b, a);
            add(found, crs, a, b);
        }
        return List.copyOf(found.values());
    }

    private static List<Crs> systems() {
        List<Crs> systems = new ArrayList<>();
        for (boolean prefixed : new boolean[] {true, false}) {
            for (int zone = 25; zone <= 45; zone++) systems.add(Crs.zone(zone, 3, prefixed));
            for (int zone = 13; zone <= 23; zone++) systems.add(Crs.zone(zone, 6, prefixed));
        }
        systems.add(Crs.WEB_MERCATOR);
        return systems;
    }

    private void add(Map<String, Reading> found, Crs crs, double easting, double northing) {
        if (!isPlausible(crs, easting, northing)) return;
        Coordinate at = crs.toGeodetic(easting, northing);
        if (!crs.prefixed() && !isNear(at.x, at.y)) return;
        String place = StrictMath.round(at.x * 1e7) + " " + StrictMath.round(at.y * 1e7);
        found.merge(place, new Reading(List.of(crs), at.x, at.y), (one, other) -> {
            List<Crs> both = new ArrayList<>(one.systems);
            both.addAll(other.systems);
            return new Reading(List.copyOf(both), one.lon, one.lat);
        });
    }

    /** Northing 0 to 6,700 km; easting within 400 km of the central meridian; Web Mercator from 70° to 140°. */
    private static boolean isPlausible(Crs crs, double easting, double northing) {
        if (crs.equals(Crs.WEB_MERCATOR))
            return easting > 7_792_000 && easting < 15_585_000 && northing > 0 && northing < 8_400_000;
        return northing > 0 && northing < 6_700_000 && StrictMath.abs(easting - crs.falseEasting()) < 400_000;
    }
}
