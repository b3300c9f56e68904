package org.cuntu.core.conformity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;

/**
 * A review as the kernel makes it.
 *
 * @param engine the version of results (contracts 5)
 * @param factor Legal/F of the whole site, nine places
 * @param conversions survey × plan zones with what the conversion matrix says; empty where the rules have none
 * @param notes what the reader must be told besides, each a code and its figures
 */
public record ReviewResult(
        int engine,
        ReviewInput input,
        Area legal,
        String factor,
        Verdict conclusion,
        List<LayerResult> layers,
        List<Finding> findings,
        List<Note> notes,
        List<ConversionPart> conversions) {
    /** A sentence with figures; its words are in the message files under {@code note.<code>}. */
    public record Note(String code, Map<String, String> args) {}

    public ReviewResult {
        layers = List.copyOf(layers);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        conversions = List.copyOf(conversions);
    }

    public Optional<LayerResult> findLayer(String code) {
        return layers.stream().filter(l -> l.entry().code().equals(code)).findFirst();
    }
}
