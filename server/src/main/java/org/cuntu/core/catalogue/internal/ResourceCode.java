package org.cuntu.core.catalogue.internal;

/**
 * 资源代码: class 类 (1 digit), item 项 (2), group 目 (3), detail 细目 (as long as it needs), a stroke and the sequence 顺序码. Source:
 * security and sharing 6; the stroke is unverified there.
 *
 * @param under class, item and group together: six digits
 */
record ResourceCode(String under, String detail, String sequence) {
    boolean isComposed() {
        return under.matches("[1-9][0-9]{5}") && detail.matches("[0-9]{0,12}") && sequence.matches("[0-9]{1,12}");
    }

    @Override
    public String toString() {
        return under + detail + "/" + sequence;
    }
}
