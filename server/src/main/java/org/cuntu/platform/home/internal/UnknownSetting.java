package org.cuntu.platform.home.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cuntu.platform.home.Nearest;
import org.cuntu.platform.home.Settings;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting is unknown, and the nearest one that is known. */
class UnknownSetting extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnboundConfigurationPropertiesException cause) {
        Set<String> known = new TreeSet<>();
        collect("cuntu", Settings.class, known);
        String what = cause.getUnboundProperties().stream()
                .map(property -> property.getName() + " (nearest known: "
                        + Nearest.to(property.getName().toString(), known).orElse("none") + ")")
                .collect(Collectors.joining(", "));
        return new FailureAnalysis("未知的设置 / unknown setting: " + what, "改正或删除这一项 / correct or remove it", cause);
    }

    private static void collect(String prefix, Class<?> type, Set<String> names) {
        for (var part : type.getRecordComponents()) {
            String name =
                    prefix + "." + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (part.getType().isRecord()) collect(name, part.getType(), names);
            else names.add(name);
        }
    }
}
