package org.cuntu.business.planning.internal;

import org.cuntu.business.planning.PlanFindings;
import org.cuntu.business.planning.ProposalFindings;
import org.cuntu.engine.measure.Area;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Findings as they are kept and shown: areas are decimal strings in m² with two places (contracts 1). */
final class PlanningJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(areas()).build();

    private PlanningJson() {}

    private static SimpleModule areas() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Area.class, new ValueSerializer<>() {
            @Override
            public void serialize(Area area, JsonGenerator to, SerializationContext context) {
                to.writeString(area.toString());
            }
        });
        module.addDeserializer(Area.class, new ValueDeserializer<Area>() {
            @Override
            public Area deserialize(JsonParser from, DeserializationContext context) {
                return Area.parse(from.getString());
            }
        });
        return module;
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static PlanFindings planFindings(String text) {
        return MAPPER.readValue(text, PlanFindings.class);
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    static ProposalFindings findings(String text) {
        return MAPPER.readValue(text, ProposalFindings.class);
    }
}
