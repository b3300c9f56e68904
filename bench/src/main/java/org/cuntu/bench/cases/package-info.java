/**
 * A bureau's cases (办件) in the mass: ten thousand under way and a hundred thousand that have ended, with the officers and citizens who
 * work on them. All of it is invented.
 *
 * <p>A few cases are walked through their real steps over HTTP; every further one is such a case copied row by row, in every table, with
 * ids, names, divisions, ground and days of its own, from a seed. So whatever a step writes is in the copies as well, and the process of
 * each can go on.
 *
 * <p>Relies on {@code bench.peer} for the PostgreSQL and the server.
 *
 * <p>Start with {@link org.cuntu.bench.cases.CaseGround}.
 */
@NullMarked
package org.cuntu.bench.cases;

import org.jspecify.annotations.NullMarked;
