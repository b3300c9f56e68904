package org.cuntu.cli;

import java.util.List;
import java.util.Set;
import org.cuntu.core.rules.Project;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The project's other members as one JSON: those of the picked site, and over them what the command states. */
final class StatedFacts {
    private static final Set<String> FIGURES = Set.of("floorAreaRatio", "density", "green", "height", "useShare");
    private static final Set<String> PLAIN =
            Set.of("activity", "newConstruction", "listItem", "conversion", "mining", "months", "boundaryChange");
    private static final List<String> PAPER = List.of("type", "number", "date", "issuer", "level", "validTo");

    private StatedFacts() {}

    /**
     * Reads {@code --fact KEY=VALUE} and {@code --paper TYPE,NUMBER,DATE,ISSUER,LEVEL[,VALID-TO]}.
     *
     * @return null when there is nothing
     * @throws Stopped when one cannot be read
     */
    static @Nullable String of(@Nullable SitePick pick, List<String> facts, List<String> papers) {
        ObjectNode tree = JsonMapper.shared().createObjectNode();
        if (pick != null)
            pick.project().properties().forEach(member -> {
                if (PLAIN.contains(member.getKey()) || member.getKey().endsWith("igures"))
                    tree.set(member.getKey(), member.getValue());
            });
        for (String fact : facts) {
            String[] parts = fact.split("=", 2);
            if (parts.length < 2) throw Stopped.with(Exit.WRONG_USAGE, "cli.wrong-fact", "fact", fact);
            if (FIGURES.contains(parts[0])) figures(tree).put(parts[0], parts[1]);
            else if (PLAIN.contains(parts[0])) tree.put(parts[0], parts[1]);
            else
                throw Stopped.with(
                        Exit.WRONG_USAGE,
                        "cli.unknown-fact",
                        "fact",
                        parts[0],
                        "known",
                        String.join(", ", Project.ASKABLE));
        }
        var documents = tree.putArray("documents");
        if (pick != null)
            for (JsonNode document : pick.project().path("documents")) if (document.isObject()) documents.add(document);
        for (String paper : papers) {
            String[] parts = paper.split(",", -1);
            if (parts.length < 5 || parts.length > 6)
                throw Stopped.with(Exit.WRONG_USAGE, "cli.wrong-paper", "paper", paper);
            ObjectNode document = documents.addObject();
            for (int i = 0; i < parts.length; i++) document.put(PAPER.get(i), parts[i].strip());
            ReviewVerb.date("--paper", parts[2].strip());
        }
        return tree.size() == 1 && documents.isEmpty()
                ? null
                : JsonMapper.shared().writeValueAsString(tree);
    }

    private static ObjectNode figures(ObjectNode tree) {
        return tree.get("figures") instanceof ObjectNode there ? there : tree.putObject("figures");
    }
}
