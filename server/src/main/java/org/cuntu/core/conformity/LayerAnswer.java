package org.cuntu.core.conformity;

/** What a layer says of a site: a fact, before any law (contracts 2). */
public enum LayerAnswer {
    /** 涉及: some piece of at least 0.01 m², a sliver too; whether rules see it is another question. */
    CONCERNED,
    /** 不涉及: said only of ground inside the coverage. */
    CLEAR,
    /** 需核实, with a reason. */
    NOT_ANSWERED
}
