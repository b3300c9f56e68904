package org.cuntu.business.planning.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorRule;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hashes: of texts, and of what was found, which is its canonical text's (RFC 8785: texts only, members by their names). */
final class SectorPrints {
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SectorPrints() {}

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(SectorFindings findings) {
        return sha256(canonical(findings).getBytes(StandardCharsets.UTF_8));
    }

    /** Without prose, places and times; areas in m² with two places. */
    static String canonical(SectorFindings findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "sector-check-1");
        tree.put("asOf", findings.asOf().toString());
        tree.put("ground", findings.ground().sha256());
        tree.put("area", findings.ground().area().toString());
        tree.put("counties", counties(findings.ground().counties()));
        tree.put("used", findings.used());
        tree.put(
                "answers", findings.answers().stream().map(SectorPrints::answer).toList());
        tree.put("verdict", findings.verdict().name());
        return SORTED.writeValueAsString(tree);
    }

    private static Map<String, Object> answer(SectorRule.Answer answer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", answer.rule().rule().id());
        tree.put("verdict", answer.verdict().name());
        var area = answer.found().area();
        if (area != null) tree.put("area", area.toString());
        tree.put("counties", counties(answer.counties()));
        tree.put("missing", answer.found().missing());
        return tree;
    }

    private static List<List<String>> counties(List<SectorRule.CountyArea> parts) {
        return parts.stream()
                .map(part -> List.of(part.county(), part.area().toString()))
                .toList();
    }
}
