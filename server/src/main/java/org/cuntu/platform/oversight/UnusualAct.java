package org.cuntu.platform.oversight;

import java.time.Instant;
import java.time.LocalDate;

/**
 * More acts of a person than the city's settings think usual (异常行为): a reason to look, no proof of anything.
 *
 * @param person the account's id; {@code unknown}: sign-ins of nobody's account
 * @param day of the city; a person has one a kind and day
 * @param slot the beginning of the hour or day that was counted
 * @param acts how many when it was noticed
 * @param most how many are usual
 * @param leaf of the log's entry that says so
 */
public record UnusualAct(
        String person,
        UnusualKind kind,
        LocalDate day,
        Instant slot,
        long acts,
        long most,
        Instant noticedAt,
        String leaf) {}
