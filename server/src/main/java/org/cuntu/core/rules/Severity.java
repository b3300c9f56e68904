package org.cuntu.core.rules;

/** How heavy a finding weighs with the reader; it does not change the verdict. */
public enum Severity {
    /** 禁止. */
    PROHIBITED,
    /** 重要. */
    MAJOR,
    /** 一般. */
    MINOR,
    /** 提示. */
    NOTICE
}
