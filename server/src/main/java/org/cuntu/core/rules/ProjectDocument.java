package org.cuntu.core.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a project states (附件): what proves an exception, never a person's tick.
 *
 * @param type as in the city's list of document types
 * @param number the document's number (文号)
 * @param date the day it was given
 * @param issuer who gave it
 * @param level national, provincial, municipal, county, agency: the issuer's level
 * @param validTo last day it is valid; null: no end
 */
public record ProjectDocument(
        String type,
        String number,
        @Nullable LocalDate date,
        String issuer,
        String level,
        @Nullable LocalDate validTo) {}
