package org.cuntu.core.conformity.internal;

/**
 * A key for the very same object: equal ones would have to be compared corner by corner, or word by word.
 *
 * @param <T> its type
 */
record VerySame<T>(T object) {
    @Override
    public boolean equals(Object other) {
        return other instanceof VerySame<?> same && same.object == object;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(object);
    }
}
