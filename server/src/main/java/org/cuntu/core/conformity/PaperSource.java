package org.cuntu.core.conformity;

import java.time.LocalDate;
import java.util.Optional;

/** A kind of paper, besides reviews, that anybody can check by its number and fingerprint (验真, contracts 12); a bean. */
public interface PaperSource {
    /**
     * What the paper of a number says of itself; nothing personal.
     *
     * @param kind for example {@code plan-condition}
     * @param date the day it was issued
     * @param standing how it stands today: a word of its kind, for example ISSUED
     * @param hash SHA-256 of its canonical content
     */
    record Checked(String kind, String number, LocalDate date, String standing, String hash) {}

    /** Empty when there is no such paper, or none that was issued. */
    Optional<Checked> find(String number);

    /** The act of the proof log when one is checked, {@code module:noun:verify}. */
    String act();
}
