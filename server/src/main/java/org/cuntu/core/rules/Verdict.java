package org.cuntu.core.rules;

import java.util.Collection;

/** The words of a finding and of a conclusion (contracts 2); the same names in Java, JSON, database and message files. */
public enum Verdict {
    /** 符合. */
    PASS(1),
    /** 有条件符合: names the typed document that satisfies it. */
    CONDITIONAL(2),
    /** 不符合. */
    FAIL(4),
    /** 提示: does not count in a conclusion. */
    INFO(0),
    /** 需核实. */
    NOT_ANSWERED(3);

    private final int weight;

    Verdict(int weight) {
        this.weight = weight;
    }

    /** The worst, in the order FAIL, NOT_ANSWERED, CONDITIONAL, PASS; INFO does not count; PASS of nothing. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        Verdict worst = PASS;
        for (Verdict verdict : verdicts) if (verdict.weight > worst.weight) worst = verdict;
        return worst;
    }
}
