package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewPlot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * The leaves of a layer for a page that follows the pen: those of one plot, kind and class as one, by what the page's tables are sums
 * of. A large site has thousands of leaves and a dozen classes; the sums are the same, and so are those of slivers and ridges.
 */
final class LeafGroups implements JacksonSerializable {
    /** By which fields the tables tell leaves apart; of other layers they show the sums alone. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            Tables.SURVEY, List.of("DLBM", "DLMC", "QSDWMC"), ConversionParts.ZONES, List.of("GHFQDM", "GHFQMC"));

    private final List<String> fields;
    private final List<ReviewPlot> plots;
    private final Map<Alike, Group> groups = new LinkedHashMap<>();

    /** @param ridged whether a ridge lies in them: the patches of its class are those */
    private record Alike(int plot, Leaf.Kind kind, boolean sliver, boolean ridged, List<String> values) {}

    private static final class Group {
        private Area area = Area.ZERO;
        private Area ridge = Area.ZERO;
        private long hectares;
        private long ridgeHectares;
        private int share;
        private int ridgeShare;
        private final List<Integer> features = new ArrayList<>();

        private void add(Leaf leaf) {
            area = area.plus(leaf.area());
            ridge = ridge.plus(leaf.ridge());
            hectares += leaf.hectares();
            ridgeHectares += leaf.ridgeHectares();
            share += leaf.share().hundredthsOfPercent();
            ridgeShare += leaf.ridgeShare().hundredthsOfPercent();
            if (leaf.feature() >= 0) features.add(leaf.feature());
        }
    }

    /** @param layer the register's code */
    LeafGroups(String layer, List<Leaf> leaves, List<ReviewPlot> plots) {
        this.fields = FIELDS.getOrDefault(layer, List.of());
        this.plots = plots;
        for (Leaf leaf : leaves)
            groups.computeIfAbsent(alike(leaf), alike -> new Group()).add(leaf);
    }

    private Alike alike(Leaf leaf) {
        String[] values = new String[fields.size()];
        for (int i = 0; i < values.length; i++) values[i] = leaf.text(fields.get(i));
        return new Alike(leaf.plot(), leaf.kind(), leaf.sliver(), leaf.ridge().isPositive(), Arrays.asList(values));
    }

    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
        out.writeStartArray();
        groups.forEach((alike, group) -> write(alike, group, out));
        out.writeEndArray();
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer types) {
        serialize(out, context);
    }

    private void write(Alike alike, Group group, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("plot", plots.get(alike.plot()).number());
        out.writeStringProperty("kind", alike.kind().code());
        out.writeArrayPropertyStart("features");
        for (int feature : group.features) out.writeNumber(feature);
        out.writeEndArray();
        out.writeStringProperty("area", group.area.toString());
        out.writeStringProperty("hectares", Figures.hectares(group.hectares));
        out.writeStringProperty("share", new Share(group.share).toString());
        out.writeBooleanProperty("sliver", alike.sliver());
        if (alike.ridged()) {
            out.writeStringProperty("ridge", group.ridge.toString());
            out.writeStringProperty("ridgeHectares", Figures.hectares(group.ridgeHectares));
            out.writeStringProperty("ridgeShare", new Share(group.ridgeShare).toString());
        }
        out.writeObjectPropertyStart("fields");
        for (int i = 0; i < fields.size(); i++) {
            String value = alike.values().get(i);
            if (!value.isEmpty()) out.writeStringProperty(fields.get(i), value);
        }
        out.writeEndObject();
        out.writeEndObject();
    }
}
