package org.cuntu.core.dossier.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.platform.search.SearchHit;
import org.cuntu.platform.search.SearchText;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Found features as hits: with their words, divisions and bounds. Thread safe. */
@Component
class FeatureHits {
    /** id: the feature's number, or {@code FIELD=value} of a group. */
    record Found(String layer, String id, int score) {}

    private final FeatureWords words;
    private final NumberIndexes numbers;
    private final Divisions divisions;

    FeatureHits(FeatureWords words, NumberIndexes numbers, Divisions divisions) {
        this.words = words;
        this.numbers = numbers;
        this.divisions = divisions;
    }

    SearchHit of(Found found, OpenBaseline open) {
        Snapshot snapshot = open.find(found.layer()).orElseThrow();
        int group = found.id().indexOf('=');
        return group > 0 ? group(found, snapshot, group) : feature(found, snapshot, open);
    }

    private SearchHit feature(Found found, Snapshot snapshot, OpenBaseline open) {
        int feature = Integer.parseInt(found.id());
        LayerEntry entry = entry(open, found.layer());
        FeatureWords.Values values = FeatureWords.of(snapshot, feature);
        Geometry shape = snapshot.geometry(feature);
        double[] at = Points.inside(shape);
        Map<String, String> facts = facts(snapshot);
        facts.put("feature", found.id());
        facts.put("cls", FeatureWords.cls(entry, values));
        String name = words.name(found.layer(), values);
        return new SearchHit(
                FeatureNoun.NOUN,
                found.layer() + "/" + found.id(),
                name,
                "",
                under(open, at, Points.bounds(shape), name),
                words.code(found.layer(), values),
                at,
                Points.bounds(shape),
                facts,
                found.score());
    }

    private SearchHit group(Found found, Snapshot snapshot, int sign) {
        String field = found.id().substring(0, sign);
        String value = found.id().substring(sign + 1);
        List<Integer> members = members(snapshot, field, value);
        Envelope box = new Envelope();
        for (int member : members) box.expandToInclude(snapshot.geometry(member).getEnvelopeInternal());
        Map<String, String> facts = facts(snapshot);
        facts.put("field", field);
        facts.put("value", value);
        facts.put("members", String.valueOf(members.size()));
        return new SearchHit(
                FeatureNoun.NOUN,
                found.layer() + "/" + found.id(),
                value,
                "",
                "",
                "",
                new double[] {box.centre().x, box.centre().y},
                new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
                facts,
                found.score());
    }

    /** The features of a group. */
    List<Integer> members(Snapshot snapshot, String field, String value) {
        return numbers.of(snapshot, field).find(snapshot, SearchText.plain(value), Integer.MAX_VALUE).stream()
                .filter(feature -> FeatureWords.text(FeatureWords.of(snapshot, feature), field)
                        .equals(value))
                .sorted()
                .toList();
    }

    private static Map<String, String> facts(Snapshot snapshot) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("layer", snapshot.schema().layer());
        facts.put("hash", snapshot.hash());
        return facts;
    }

    /** The divisions around it, from the smaller to the larger; not those that are smaller than it. */
    private String under(OpenBaseline open, double[] at, double[] bounds, String name) {
        return String.join(
                " · ",
                divisions.around(open, at, bounds).reversed().stream()
                        .filter(division -> !division.equals(name))
                        .toList());
    }

    private static LayerEntry entry(OpenBaseline open, String layer) {
        return open.baseline().layers().stream()
                .map(Baseline.Layer::entry)
                .filter(entry -> entry.code().equals(layer))
                .findFirst()
                .orElseThrow();
    }
}
