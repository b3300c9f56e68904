package org.cuntu.outward.publicservice;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;

/** Cases that a test puts where it needs them: whoever asks finds them all, so that what this module hides is its own doing. */
final class MemoryCases implements InvocationHandler {
    private static final Instant AT = Instant.parse("2026-11-20T01:00:00Z");

    private final Map<UUID, CaseFile> all = new LinkedHashMap<>();

    Cases cases() {
        return (Cases) Proxy.newProxyInstance(Cases.class.getClassLoader(), new Class<?>[] {Cases.class}, this);
    }

    CaseFile put(String account, CaseState state, String division) {
        UUID id = UUID.randomUUID();
        CaseFile file = new CaseFile(
                id,
                "柳自规〔2026〕乡字 " + (all.size() + 1),
                "rural-house",
                "h",
                "a house",
                new Applicant("natural", "甲", "11010519491231002X", "13800001234", account),
                division,
                state,
                null,
                "{}",
                null,
                null,
                List.of(),
                CaseFile.Origin.NEW,
                null,
                account,
                AT,
                AT,
                AT,
                AT,
                AT,
                null);
        all.put(id, file);
        return file;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
        return switch (method.getName()) {
            case "get" -> found(String.valueOf(given == null ? "" : given[0]));
            case "find" ->
                all.values().stream()
                        .filter(file -> given != null && given[0].equals(file.number()))
                        .findFirst();
            case "clocks", "listTasks", "listOpinions", "listMaterials" -> List.of();
            case "findCorrection" -> Optional.empty();
            case "hashCode" -> System.identityHashCode(this);
            case "equals" -> given != null && given[0] == proxy;
            case "toString" -> "MemoryCases";
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private CaseFile found(String id) {
        return Optional.ofNullable(all.get(UUID.fromString(id)))
                .orElseThrow(() -> ProblemAnswer.notFound("publicservice.unknown", "id", id));
    }
}
