package org.cuntu.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a handler needs, {@code module:noun:verb}. A handler without it answers nobody (default deny); one
 * for everybody says {@link #PUBLIC}, one for a person's own account {@link #OWN}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    /** Everybody, signed in or not. */
    String PUBLIC = "public";

    /** Everybody who is signed in, about the own account only; also who must first change the password. */
    String OWN = "identity:own:use";

    String value();

    /**
     * Whether the act is sensitive: the caller has proved who it is within the last minutes (setting), else the answer is 401
     * {@code identity.fresh-first} and the page asks for password and code.
     */
    boolean fresh() default false;
}
