/**
 * What is wrong with an input, as data: a stable code, where, and the figures; sentences in Chinese and English stand in message files.
 * Guarantees that every code raised in the engine says what and what to do in both languages, which a test walks.
 * Relies on the files {@code problems/<first word>_zh.properties} and {@code _en.properties} on the classpath.
 * Start at {@link org.cuntu.engine.problem.Problem}; house style, point 6.
 */
@NullMarked
package org.cuntu.engine.problem;

import org.jspecify.annotations.NullMarked;
