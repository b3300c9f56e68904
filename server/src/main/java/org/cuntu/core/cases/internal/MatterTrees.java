package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** YAML and JSON of a matter's folder as trees: no key twice, no anchor, no alias. */
final class MatterTrees {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private MatterTrees() {}

    static Optional<JsonNode> yaml(String file, String text, List<Problem> problems) {
        try (YAMLParser tokens = (YAMLParser) YAML.createParser(text)) {
            while (tokens.nextToken() != null)
                if (tokens.isCurrentAlias() || tokens.getObjectId() != null) {
                    int line = tokens.currentLocation().getLineNr();
                    problems.add(Problem.refused("matters.yaml-anchor", Problem.Place.line(file, Math.max(1, line))));
                    return Optional.empty();
                }
            return Optional.of(YAML.readTree(text));
        } catch (JacksonException e) {
            problems.add(unreadable(file, e));
            return Optional.empty();
        }
    }

    static Optional<JsonNode> json(String file, String text, List<Problem> problems) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException e) {
            problems.add(unreadable(file, e));
            return Optional.empty();
        }
    }

    private static Problem unreadable(String file, JacksonException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return Problem.refused(
                "matters.unreadable",
                Problem.Place.line(file, Math.max(line, 1)),
                "message",
                String.valueOf(e.getOriginalMessage()));
    }
}
