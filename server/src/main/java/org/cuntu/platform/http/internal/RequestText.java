package org.cuntu.platform.http.internal;

import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * The texts of a request's JSON: without the zero character and without half a pair, which PostgreSQL does not keep and H2
 * does. A request is refused, and nothing of it is passed over.
 */
@Component
@ConditionalOnWebApplication
class RequestText extends SimpleModule {
    RequestText() {
        super("request-text");
        addDeserializer(String.class, new Kept());
    }

    private static final class Kept extends ValueDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && !isKept(text))
                throw new InputRefused(
                        Problem.refused("http.text", Problem.Place.UNKNOWN, "name", parser.currentName()));
            return text;
        }
    }

    static boolean isKept(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
