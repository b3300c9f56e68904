package org.cuntu.core.cases;

import org.jspecify.annotations.Nullable;

/**
 * Who applies. Personal: shown masked, in the proof log only as salted hashes.
 *
 * @param kind natural, legal or agency
 * @param idNumber 居民身份证号 or 统一社会信用代码
 * @param account the citizen's account; null: typed at a counter
 */
public record Applicant(
        String kind,
        String name,
        String idNumber,
        String phone,
        @Nullable String account) {
    /** Without what is personal. */
    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
