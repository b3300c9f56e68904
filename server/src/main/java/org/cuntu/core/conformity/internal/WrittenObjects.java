package org.cuntu.core.conformity.internal;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * An array of objects that are written as they are said, without a tree between: an answer for a moving hand is made a hundred times
 * in a second. Nine in ten of its objects have nothing to say of the site and read as they did before: their texts are kept.
 *
 * @param say puts the members of one
 * @param quiet names the text of one that is made of nothing else; null: it is one of its own
 */
record WrittenObjects<T>(List<T> items, BiConsumer<T, Members> say, Function<T, @Nullable Object> quiet)
        implements JacksonSerializable {
    private static final int MOST = 4_000;
    private static final Map<Object, SerializableString> KEPT = new ConcurrentHashMap<>();

    /** Takes the members of an object in their order: into a tree, or straight into text. */
    interface Members {
        /** @param value a text, number or truth value, a list or map of such, or what writes itself */
        void put(String name, @Nullable Object value);
    }

    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
        out.writeStartArray();
        for (T item : items) {
            Object name = quiet.apply(item);
            if (name == null) write(item, out, context);
            else out.writeRawValue(kept(name, item, context));
        }
        out.writeEndArray();
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer types) {
        serialize(out, context);
    }

    private SerializableString kept(Object name, T item, SerializationContext context) {
        SerializableString known = KEPT.get(name);
        if (known != null) return known;
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JsonMapper.shared().createGenerator(text)) {
            write(item, out, context);
        }
        SerializableString made = new SerializedString(text.toString());
        if (KEPT.size() >= MOST) KEPT.clear();
        KEPT.put(name, made);
        return made;
    }

    private void write(T item, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        say.accept(item, (name, value) -> {
            out.writeName(name);
            value(value, out, context);
        });
        out.writeEndObject();
    }

    private static void value(@Nullable Object value, JsonGenerator out, SerializationContext context) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case JacksonSerializable itself -> itself.serialize(out, context);
            case List<?> list -> {
                out.writeStartArray();
                for (Object each : list) value(each, out, context);
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((name, each) -> {
                    out.writeName((String) name);
                    value(each, out, context);
                });
                out.writeEndObject();
            }
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }
}
