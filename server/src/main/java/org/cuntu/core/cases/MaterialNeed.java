package org.cuntu.core.cases;

import java.util.List;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * A material (材料) of a matter.
 *
 * @param main 主审要件: never deferred
 * @param deferDays 容缺: may come so many calendar days after acceptance; 0: must be there
 * @param source who brings it
 * @param forms file endings that are taken, for example pdf, jpg
 * @param when CEL over the form: needed only then; null: always
 * @param promise the text that is promised instead (告知承诺); null: none
 * @param checkDays the check after a promise, calendar days
 */
public record MaterialNeed(
        String id,
        Words title,
        boolean main,
        int deferDays,
        Source source,
        List<String> forms,
        @Nullable String when,
        @Nullable Words promise,
        int checkDays) {
    public MaterialNeed {
        forms = List.copyOf(forms);
    }

    public enum Source {
        /** the applicant uploads it */
        APPLICANT,
        /** the platform has it: a certificate that it issued, a survey result, a register (共享即不收) */
        SHARED,
        /** drawn or uploaded as the case's site */
        SITE
    }
}
