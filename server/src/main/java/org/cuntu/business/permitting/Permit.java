package org.cuntu.business.permitting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * A certificate (证照) that a case ended with. What it says is kept as canonical text and never changed; this is how it stands.
 *
 * @param number as printed, for example 乡字第450206202600001号
 * @param holderKind natural, legal or agency
 * @param holder personal where natural: shown masked to whoever may not see it
 * @param division significant digits of its ground
 * @param area LegalArea of its site; zero: it has no site
 * @param hash SHA-256 of its canonical content
 * @param validUntil first day no longer valid; null: without end
 * @param of the version before it; null: the first
 * @param by the version after it; null: none
 * @param paper the kept file; null: not made yet
 */
public record Permit(
        UUID id,
        String number,
        String matter,
        String matterHash,
        UUID caseId,
        String caseNumber,
        String project,
        String holderKind,
        String holder,
        @Nullable String holderAccount,
        String division,
        Area area,
        @Nullable String site,
        String siteHash,
        String hash,
        LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        State state,
        CaseFile.Origin origin,
        @Nullable UUID of,
        @Nullable UUID by,
        String issuedBy,
        @Nullable String paper,
        boolean invented,
        Instant changedAt) {
    /** As on a day: what is valid and past its end has expired. */
    public State stateAt(LocalDate day) {
        boolean over = validUntil != null && !day.isBefore(validUntil);
        return state == State.VALID && over ? State.EXPIRED : state;
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "Permit[" + number + " " + state + "]";
    }

    public enum State {
        VALID,
        /** 变更: another version says otherwise */
        CHANGED,
        /** 延续: another version holds longer */
        EXTENDED,
        /** 补证: issued again */
        REPLACED,
        /** 撤回: lawful, taken back because law or facts changed */
        WITHDRAWN,
        /** 撤销: should not have been granted */
        REVOKED,
        /** 注销: struck off after it had ended */
        CANCELLED,
        /** by its date, from that day on; written down by the next round */
        EXPIRED
    }

    public enum Act {
        ISSUE,
        CHANGE,
        EXTEND,
        REPLACE,
        VOID,
        WITHDRAW,
        REVOKE,
        CANCEL,
        /** told before its end */
        WARN,
        /** its time is over */
        EXPIRE
    }

    /**
     * Something that happened to it; only added.
     *
     * @param ground of {@code permitting.yaml}; empty: none
     */
    public record Event(int number, Act act, String actor, Instant at, String ground, String words) {}

    /**
     * A number that was given and voided.
     *
     * @param reason why; the number is never given again
     */
    public record Voided(String number, String by, Instant at, String reason) {}
}
