package org.cuntu.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a handler needs, {@code module:noun:verb}. A handler without it answers nobody (default deny); one
 * for everybody says {@link #PUBLIC}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    /** Everybody, signed in or not. */
    String PUBLIC = "public";

    String value();
}
