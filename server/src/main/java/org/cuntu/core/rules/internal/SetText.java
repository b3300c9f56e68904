package org.cuntu.core.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.RuleSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the canonical text of a rule set. Members: rules; settings at T; applied, the settings at the day of the application
 * for the rules chosen by it (absent: those at T); documents; conversion.
 */
final class SetText {
    private final LayerRegister register;
    private final Set<String> settingNames;

    SetText(LayerRegister register, Set<String> settingNames) {
        this.register = register;
        this.settingNames = settingNames;
    }

    RuleSet read(String text) {
        JsonNode root = JsonMapper.shared().readTree(text);
        Map<String, Object> values = values(root.required("settings"));
        Map<String, Object> applied = root.has("applied") ? values(root.get("applied")) : values;
        RuleParser parser = new RuleParser(register, settingNames);
        String hash = CanonicalJson.sha256(text);
        List<Rule> rules = new ArrayList<>();
        for (JsonNode tree : root.required("rules")) {
            boolean byApplication = tree.path("appliesBy").asString("").equals("application");
            rules.add(parser.parse(hash, tree, byApplication ? applied : values));
        }
        return new RuleSet(
                hash,
                text,
                rules,
                DocumentFile.types(root.path("documents")),
                ConversionFile.matrix(root.path("conversion")));
    }

    private static Map<String, Object> values(JsonNode node) {
        Map<String, Object> values = new TreeMap<>();
        node.properties().forEach(member -> values.put(member.getKey(), PlainRule.plain(member.getValue())));
        return values;
    }
}
