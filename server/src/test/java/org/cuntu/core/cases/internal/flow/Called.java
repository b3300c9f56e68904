package org.cuntu.core.cases.internal.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;

/** A matter that others call. */
final class Called implements Matters {
    static final Matter SURVEY = Flow.of("survey")
            .user("measure")
            .end("measured")
            .way("start > measure > measured")
            .matter();
    static final Matter CALLING = Flow.of("calling")
            .call("survey-first", "survey")
            .user("decide")
            .end("done")
            .way("start > survey-first > decide > done")
            .matter();
    static final Matter CALLING_LATER = Flow.of("calling-later")
            .user("accept")
            .call("survey-then", "survey")
            .end("done")
            .way("start > accept > survey-then > done")
            .matter();

    @Override
    public List<Matter> list(LocalDate day) {
        return List.of(SURVEY);
    }

    @Override
    public Optional<Matter> find(String code) {
        return code.equals(SURVEY.code()) ? Optional.of(SURVEY) : Optional.empty();
    }

    @Override
    public Matter get(String code, String hash) {
        return find(code).orElseThrow();
    }
}
