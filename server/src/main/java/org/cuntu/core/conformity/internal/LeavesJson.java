package org.cuntu.core.conformity.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewPlot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/** The leaves of a layer by {@code docs/schema/review-1.json}, written without a tree between: a large site has thousands of them. */
record LeavesJson(List<Leaf> leaves, List<ReviewPlot> plots) implements JacksonSerializable {
    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
        out.writeStartArray();
        for (Leaf leaf : leaves) write(leaf, out);
        out.writeEndArray();
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer types) {
        serialize(out, context);
    }

    private void write(Leaf leaf, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("plot", plots.get(leaf.plot()).number());
        out.writeStringProperty("kind", leaf.kind().code());
        if (leaf.feature() < 0) out.writeNullProperty("feature");
        else out.writeNumberProperty("feature", leaf.feature());
        out.writeStringProperty("area", leaf.area().toString());
        out.writeStringProperty("hectares", Figures.hectares(leaf.hectares()));
        out.writeStringProperty("share", leaf.share().toString());
        out.writeBooleanProperty("sliver", leaf.sliver());
        if (leaf.ridge().isPositive()) {
            out.writeStringProperty("ridge", leaf.ridge().toString());
            out.writeStringProperty("ridgeHectares", Figures.hectares(leaf.ridgeHectares()));
            out.writeStringProperty("ridgeShare", leaf.ridgeShare().toString());
        }
        if (leaf.feature() >= 0) out.writeStringProperty("perimeter", metres(leaf.perimeter()));
        out.writeObjectPropertyStart("fields");
        for (Map.Entry<String, @Nullable Object> field : leaf.fields().entrySet()) write(field, out);
        out.writeEndObject();
        out.writeEndObject();
    }

    private void write(Map.Entry<String, @Nullable Object> field, JsonGenerator out) {
        switch (field.getValue()) {
            case null -> out.writeNullProperty(field.getKey());
            case Long number -> out.writeNumberProperty(field.getKey(), number);
            case BigDecimal decimal -> out.writeStringProperty(field.getKey(), decimal.toPlainString());
            case Object value -> out.writeStringProperty(field.getKey(), value.toString());
        }
    }

    private static String metres(double metres) {
        return new BigDecimal(metres).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
