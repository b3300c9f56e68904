package org.cuntu.core.conformity.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cuntu.core.conformity.LandClass;
import org.cuntu.core.onemap.ClassSchemes;
import org.cuntu.core.rules.Words;
import org.springframework.stereotype.Component;

/** The classes of the city's schemes, looked up by code. */
@Component
class CityClasses implements LandClass.Schemes {
    private final ClassSchemes schemes;
    private final Map<String, Map<String, LandClass>> byCode = new ConcurrentHashMap<>();

    CityClasses(ClassSchemes schemes) {
        this.schemes = schemes;
    }

    @Override
    public LandClass get(String scheme, String code) {
        LandClass found = byCode.computeIfAbsent(scheme, this::read).get(code);
        return found == null ? new LandClass(code, ReviewWords.same(code), LandClass.Group.UNKNOWN) : found;
    }

    private Map<String, LandClass> read(String scheme) {
        return schemes.find(scheme).orElseThrow(() -> new IllegalStateException("no class scheme " + scheme)).stream()
                .collect(Collectors.toUnmodifiableMap(
                        ClassSchemes.Entry::code,
                        entry -> new LandClass(
                                entry.code(), new Words(entry.name(), entry.en()), group(entry.threeWay()))));
    }

    private static LandClass.Group group(String threeWay) {
        return switch (threeWay) {
            case "农用地" -> LandClass.Group.AGRICULTURAL;
            case "建设用地" -> LandClass.Group.CONSTRUCTION;
            case "未利用地" -> LandClass.Group.UNUSED;
            default -> LandClass.Group.UNKNOWN;
        };
    }
}
