package org.cuntu.core.onemap.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.format.SourceFeature;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** How a delivery's fields become the register's: by code or alias in any case of letters, values in the register's types. */
final class FieldMapping {
    private final RegisteredLayer layer;
    private final String file;
    /** Register position → the source's field name; null where the source has none. */
    private final @Nullable String[] sources;

    private final List<Problem> warnings = new ArrayList<>();

    private FieldMapping(RegisteredLayer layer, String file) {
        this.layer = layer;
        this.file = file;
        this.sources = new String[layer.entry().schema().fields().size()];
    }

    /** @throws InputRefused when a mandatory field is missing, or two fields of the source stand for one */
    static FieldMapping of(RegisteredLayer layer, List<Field> given, String file) {
        FieldMapping mapping = new FieldMapping(layer, file);
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Field field : given) {
            String code = layer.aliases().get(field.code().toUpperCase(Locale.ROOT));
            if (code == null) unknown.add(field.code());
            else found.computeIfAbsent(code, key -> new ArrayList<>()).add(field.code());
        }
        mapping.take(found);
        List<String> missing = layer.mandatory().stream()
                .filter(code -> !found.containsKey(code))
                .sorted()
                .toList();
        if (!missing.isEmpty())
            throw new InputRefused(mapping.refused("onemap.missing-field", "fields", String.join(", ", missing)));
        if (!unknown.isEmpty())
            mapping.warnings.add(Problem.warning(
                    "onemap.unknown-field",
                    Place.file(file),
                    "layer",
                    layer.entry().code(),
                    "fields",
                    String.join(", ", unknown)));
        return mapping;
    }

    private void take(Map<String, List<String>> found) {
        found.forEach((code, names) -> {
            List<String> exact =
                    names.stream().filter(name -> name.equalsIgnoreCase(code)).toList();
            List<String> chosen = exact.isEmpty() ? names : exact;
            if (chosen.size() > 1)
                throw new InputRefused(
                        refused("onemap.field-twice", "field", code, "fields", String.join(", ", chosen)));
            sources[layer.entry().schema().indexOf(code)] = chosen.getFirst();
        });
    }

    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws BadValue when a value is not of the register's type */
    Feature map(SourceFeature source) {
        List<Field> fields = layer.entry().schema().fields();
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            String name = sources[i];
            if (name != null) values[i] = value(fields.get(i), source.values().get(name), source);
        }
        return new Feature(source.geometry(), Arrays.asList(values));
    }

    private @Nullable Object value(Field field, @Nullable Object given, SourceFeature feature) {
        if (given == null || given instanceof String text && text.isBlank()) return null;
        try {
            return convert(field.type(), given);
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            throw new BadValue(refused(
                    place(feature),
                    "onemap.bad-value",
                    "feature",
                    feature.number(),
                    "field",
                    field.code(),
                    "value",
                    given,
                    "type",
                    field.type().name()));
        }
    }

    /** The feature's first vertex, in the file's own system. */
    private Place place(SourceFeature feature) {
        Coordinate at = feature.shape().geometry().getCoordinate();
        return at == null ? Place.file(file) : Place.file(file).at(at.x, at.y);
    }

    private static Object convert(Field.Type type, Object given) {
        return switch (type) {
            case TEXT -> given instanceof BigDecimal decimal ? plain(decimal) : given.toString();
            case INTEGER ->
                given instanceof Long number
                        ? number
                        : new BigDecimal(given.toString().strip()).longValueExact();
            case DECIMAL ->
                given instanceof BigDecimal number
                        ? number
                        : new BigDecimal(given.toString().strip());
            case DATE ->
                given instanceof LocalDate date ? date : date(given.toString().strip());
        };
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static LocalDate date(String text) {
        String day =
                text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ') ? text.substring(0, 10) : text;
        return day.length() == 8
                ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.parse(day.replace('/', '-'));
    }

    private Problem refused(String code, Object... more) {
        return refused(Place.file(file), code, more);
    }

    private Problem refused(Place place, String code, Object... more) {
        Object[] args = Arrays.copyOf(more, more.length + 2);
        args[more.length] = "layer";
        args[more.length + 1] = layer.entry().code();
        return Problem.refused(code, place, args);
    }

    /** A value that the register's type does not take. */
    static final class BadValue extends RuntimeException {
        private final transient Problem problem;

        BadValue(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
