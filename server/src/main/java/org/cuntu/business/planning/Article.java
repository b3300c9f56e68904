package org.cuntu.business.planning;

/**
 * A clause of law (条文).
 *
 * @param status {@code verified} or {@code unverified}, as in the handbook
 */
public record Article(String doc, String clause, String status) {}
