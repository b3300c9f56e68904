package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.PermitEnded;
import org.cuntu.business.planning.PlanConditionEnded;
import org.cuntu.platform.notices.Notices;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is told of what happens to a certificate: its holder in the transaction of the act, and by a task those whose cases stand on it.
 * A holder without an account is written to by hand: then whoever decided it is told.
 */
@Component
class PermitTelling {
    private static final PermitWords ZH = new PermitWords(Locale.CHINESE);
    private static final PermitWords EN = new PermitWords(Locale.ENGLISH);

    private final Notices notices;
    private final ConditionsIssuer issuer;
    private final ObjectProvider<Tasks> tasks;

    PermitTelling(Notices notices, ConditionsIssuer issuer, ObjectProvider<Tasks> tasks) {
        this.notices = notices;
        this.issuer = issuer;
        this.tasks = tasks;
    }

    @EventListener
    void ended(PermitEnded ended) {
        String act = ended.act().name();
        String key = "certificate " + ended.permit() + " " + act;
        tell(ended.holderAccount(), ended.issuedBy(), key, "permit-ended", ended, "told." + act, "");
        tasks.getObject().submit(PermitEndedTask.KIND, Map.of("number", ended.number(), "act", act));
    }

    /** Of a sheet: whose case it ended, and those whose cases stand on it. */
    @EventListener
    void ended(PlanConditionEnded ended) {
        String act = ended.act().name();
        issuer.caseOf(ended.number())
                .ifPresent(of -> notices.tell(
                        List.of(of.account()),
                        new Notices.Order(
                                "conditions " + ended.sheet() + " " + act,
                                "conditions-ended",
                                "case",
                                of.id().toString(),
                                ZH.of("told.sheet." + act, "number", ended.number()),
                                EN.of("told.sheet." + act, "number", ended.number()))));
        tasks.getObject().submit(PermitEndedTask.KIND, Map.of("number", ended.number(), "act", act));
    }

    /**
     * @param until first day no longer valid
     * @param occasion names which of the warnings it is
     */
    void warn(Permit permit, LocalDate until, String occasion) {
        PermitEnded soon = new PermitEnded(
                permit.id(),
                permit.number(),
                permit.caseId(),
                Permit.Act.WARN,
                permit.holderAccount(),
                permit.issuedBy(),
                "");
        String last = until.minusDays(1).toString();
        String key = "certificate " + permit.id() + " WARN " + occasion;
        tell(soon.holderAccount(), soon.issuedBy(), key, "permit-warned", soon, "told.WARN", last);
    }

    private void tell(
            @Nullable String account,
            String decider,
            String key,
            String kind,
            PermitEnded of,
            String word,
            String date) {
        boolean own = account != null;
        String whose = own ? "" : ".office";
        notices.tell(
                List.of(own ? account : decider),
                new Notices.Order(
                        key,
                        kind,
                        "case",
                        of.caseId().toString(),
                        said(ZH, word + whose, of.number(), date),
                        said(EN, word + whose, of.number(), date)));
    }

    private static String said(PermitWords words, String key, String number, String date) {
        return words.of(key, "number", number).replace("{date}", date);
    }
}
