package org.cuntu.core.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The boolean variables of a matter's process, and which materials an application needs: CEL of {@code matter.yaml}. Thread safe. */
public interface MatterDecisions {
    /**
     * Every decision of the matter after an act, by its name.
     *
     * @throws org.cuntu.core.rules.Rule.Undecided when one reads a number that the form does not have
     */
    Map<String, Boolean> decide(Matter matter, Facts facts);

    /**
     * Whether a material is to be handed in with these values.
     *
     * @throws org.cuntu.core.rules.Rule.Undecided when it depends on a number that the form does not have
     */
    boolean isNeeded(Matter matter, MaterialNeed need, Map<String, ?> form);

    /**
     * What a decision may see.
     *
     * @param step that was acted on
     * @param form the application's values, by field
     * @param review the one attached last; null: none
     * @param materials states by material: GIVEN, MISSING, DEFERRED, SHARED, PROMISED
     * @param children states of a pack's cases
     */
    record Facts(
            String step,
            MatterStep.Conclusion conclusion,
            Map<String, ?> form,
            CaseFile.@Nullable AttachedReview review,
            Map<String, String> materials,
            List<String> children) {
        public Facts {
            materials = Map.copyOf(materials);
            children = List.copyOf(children);
        }
    }
}
