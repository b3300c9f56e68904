package org.cuntu.core.cases;

import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/**
 * A matter (事项) as its folder declares it. Immutable.
 *
 * @param code the folder's name, a–z, 0–9, dash
 * @param hash SHA-256 of the folder's content, hexadecimal: the version
 * @param shortName the word in a case's number, for example 乡字
 * @param group where the portal shows it: rural, enterprise, plan, land
 * @param applicants natural, legal, agency
 * @param parent whether its cases are packs that fan out to other matters ({@link #children})
 * @param children codes of the matters that a pack may hold
 * @param steps by their ids, which are those of the user tasks of the process, in the order of the process
 * @param exclusions sets of steps that are never done by one person in one case (受理 ≠ 审查 ≠ 审定)
 * @param decisions the boolean variables of the process: name → CEL over {@code conclusion, step, form, review, materials, children}
 * @param suspensions codes of the city's suspension reasons that this matter may use
 * @param materials what is to be handed in
 * @param form the JSON Schema of the application, text
 * @param review how the site is reviewed; null: the matter has no site
 * @param result what it ends with; null: nothing but the answer
 * @param process the BPMN, text
 * @param templates by name, for example {@code refusal}: texts with {@code {name}} places
 */
public record Matter(
        String code,
        String hash,
        String shortName,
        Words title,
        String group,
        List<Article> basis,
        InForce inForce,
        List<String> applicants,
        boolean parent,
        List<String> children,
        MatterLimits limits,
        List<MatterStep> steps,
        List<List<String>> exclusions,
        Map<String, String> decisions,
        List<String> suspensions,
        List<MaterialNeed> materials,
        String form,
        @Nullable MatterReview review,
        @Nullable MatterResult result,
        MatterGuide guide,
        String process,
        Map<String, Words> templates) {
    public Matter {
        basis = List.copyOf(basis);
        applicants = List.copyOf(applicants);
        children = List.copyOf(children);
        steps = List.copyOf(steps);
        exclusions = exclusions.stream().map(List::copyOf).toList();
        decisions = Map.copyOf(decisions);
        suspensions = List.copyOf(suspensions);
        materials = List.copyOf(materials);
        templates = Map.copyOf(templates);
    }

    /** @throws IllegalArgumentException when the matter has no such step */
    public MatterStep step(String id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no step " + id));
    }
}
