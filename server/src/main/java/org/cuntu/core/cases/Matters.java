package org.cuntu.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The matters of the city: its folders {@code matters/<code>/}, each version kept for the cases that began with it. Thread safe. */
public interface Matters {
    /** Those in force at a day, in the order of their codes. */
    List<Matter> list(LocalDate day);

    /** The matter as the city's folder has it now, in force or not. */
    Optional<Matter> find(String code);

    /**
     * The matter as it was when a case began.
     *
     * @param hash of the folder's content
     * @throws IllegalStateException when there is no such version
     */
    Matter get(String code, String hash);
}
