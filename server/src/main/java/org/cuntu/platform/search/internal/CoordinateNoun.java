package org.cuntu.platform.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.search.SearchFound;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchNoun;
import org.cuntu.platform.search.SearchText;
import org.springframework.stereotype.Component;

/** A typed coordinate: one hit for each place that it can mean, with the systems in which it means it. */
@Component
class CoordinateNoun implements SearchNoun {
    private final TypedCoordinate reader;

    CoordinateNoun(CityFolder city) {
        this.reader = new TypedCoordinate(city.bounds());
    }

    @Override
    public String noun() {
        return "coordinate";
    }

    @Override
    public String permission() {
        return "onemap:layer:read";
    }

    @Override
    public SearchFound find(Asked asked) {
        List<SearchHit> hits = new ArrayList<>();
        for (TypedCoordinate.Reading reading : reader.read(asked.text().typed())) {
            String systems = reading.systems().stream().map(Crs::code).collect(Collectors.joining(" "));
            String place = String.format(Locale.ROOT, "%.7f, %.7f", reading.lon(), reading.lat());
            hits.add(new SearchHit(
                    noun(),
                    systems,
                    place,
                    "",
                    "",
                    "",
                    new double[] {reading.lon(), reading.lat()},
                    null,
                    Map.of("systems", systems, "near", String.valueOf(reader.isNear(reading.lon(), reading.lat()))),
                    SearchText.EXACT + 500));
        }
        return SearchFound.of(hits);
    }
}
