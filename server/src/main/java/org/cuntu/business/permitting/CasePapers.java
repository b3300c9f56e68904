package org.cuntu.business.permitting;

import java.util.List;
import java.util.Locale;
import org.cuntu.core.cases.CaseFile;

/**
 * The letters of a case (文书), made from the templates of its matter: receipt, what is missing, refusal. Whoever asks has seen that the
 * case is the caller's. Thread safe.
 */
public interface CasePapers {
    /** Which letters the case has by now. */
    List<Kind> list(CaseFile file);

    /** @throws org.cuntu.platform.http.ProblemAnswer 404 when the case has no such letter */
    byte[] of(CaseFile file, Kind kind, Locale locale);

    enum Kind {
        /** 受理通知书 */
        ACCEPTANCE("acceptance"),
        /** 补正告知书 */
        CORRECTION("correction"),
        /** 不予受理通知书 */
        NOT_ACCEPTED("non-acceptance"),
        /** 容缺受理承诺书 */
        PROMISE("deferral"),
        /** 不予许可决定书 */
        REFUSAL("refusal"),
        /** 终止办理通知书 */
        TERMINATION("termination");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** The name of the template in the matter's folder, and in addresses. */
        public String template() {
            return template;
        }
    }
}
