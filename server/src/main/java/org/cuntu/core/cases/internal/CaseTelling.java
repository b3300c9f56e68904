package org.cuntu.core.cases.internal;

import java.util.Collection;
import org.cuntu.platform.notices.Notices;
import org.springframework.stereotype.Component;

/** Notices about cases. A case is named by its number; nothing personal. Called inside the transaction of what is told. */
@Component
class CaseTelling {
    private final Notices notices;

    CaseTelling(Notices notices) {
        this.notices = notices;
    }

    /**
     * Tells it once.
     *
     * @param occasion of this case
     * @param zh with {@code {case}} where the number stands
     */
    void tell(Collection<String> accounts, CaseRow row, String kind, String occasion, String zh, String en) {
        if (accounts.isEmpty()) return;
        String key = row.id() + " " + occasion;
        String called = row.number() == null ? row.id().toString().substring(0, 8) : row.number();
        notices.tell(
                accounts,
                new Notices.Order(
                        key.length() <= 200 ? key : CaseTexts.sha256(key),
                        kind,
                        "case",
                        row.id().toString(),
                        zh.replace("{case}", called),
                        en.replace("{case}", called)));
    }
}
