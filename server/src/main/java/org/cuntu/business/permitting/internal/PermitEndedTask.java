package org.cuntu.business.permitting.internal;

import java.util.Locale;
import java.util.Map;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.cases.Reliances;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.tasks.TaskContext;
import org.cuntu.platform.tasks.TaskKind;
import org.cuntu.platform.tasks.TaskResult;
import org.springframework.stereotype.Component;

/**
 * Tells those whose cases stand on a certificate that it has ended. What has run out by its date concerns open cases alone; what was taken
 * back also those that were issued on it.
 */
@Component
class PermitEndedTask implements TaskKind {
    static final String KIND = "permitting.ended";

    private final Reliances reliances;

    PermitEndedTask(Reliances reliances) {
        this.reliances = reliances;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TaskResult run(TaskContext context) {
        String number = context.params().getOrDefault("number", "");
        Permit.Act act = Permit.Act.valueOf(context.params().getOrDefault("act", ""));
        boolean expired = act == Permit.Act.EXPIRE;
        String standing =
                expired ? Permit.State.EXPIRED.name() : PermitEnding.then(act).name();
        Words said = new Words(said(Locale.CHINESE, standing, number), said(Locale.ENGLISH, standing, number));
        return TaskResult.of(Map.of("cases", reliances.ended(number, standing, !expired, said)));
    }

    private static String said(Locale locale, String standing, String number) {
        PermitWords words = new PermitWords(locale);
        return words.of("told.basis", "number", number).replace("{state}", words.of("state." + standing));
    }
}
