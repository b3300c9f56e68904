package org.cuntu.engine.layer;

/**
 * One attribute of a layer, named by the national field code (DLBM, ZLDWDM…).
 *
 * @param code the field code as in the standard
 * @param type how values are kept
 * @param zh the field's Chinese name
 * @param en the field's English name
 */
public record Field(String code, Type type, String zh, String en) {
    /** TEXT → String, INTEGER → Long, DECIMAL → BigDecimal, DATE → LocalDate. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE;

        /** Whether a value is of this type's class. */
        public boolean holds(Object value) {
            return switch (this) {
                case TEXT -> value instanceof String;
                case INTEGER -> value instanceof Long;
                case DECIMAL -> value instanceof java.math.BigDecimal;
                case DATE -> value instanceof java.time.LocalDate;
            };
        }
    }
}
