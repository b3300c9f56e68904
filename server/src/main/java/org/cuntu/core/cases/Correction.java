package org.cuntu.core.cases;

import java.util.List;

/**
 * What the applicant may change in a correction (补正) that names it; everything else stays as it was handed in.
 *
 * @param round of the case's corrections, from 1
 * @param fields of the form by their names; {@link #NAME} and {@link #SITE} for what is not in the form
 * @param materials ids of {@link MaterialNeed}
 */
public record Correction(int round, List<String> fields, List<String> materials) {
    /** The project's name. */
    public static final String NAME = "case:name";
    /** The ground, and the division in which it lies. */
    public static final String SITE = "case:site";

    public Correction {
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
    }
}
