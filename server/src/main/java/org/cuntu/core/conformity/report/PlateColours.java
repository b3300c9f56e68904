package org.cuntu.core.conformity.report;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours of classes on the plates: the page's own, read from its {@code tokens.css}, so that map and paper agree. */
final class PlateColours {
    private static final Pattern TOKEN = Pattern.compile("--([a-zA-Z0-9-]+):(#[0-9A-Fa-f]{6})");
    private static final Map<String, Color> TOKENS = read();
    private static final Color NONE = new Color(0xe4e7ea);
    private static final String[][] ZONES = {
        {"10", "#8DB88A"}, {"1", "#8DB88A"}, {"2", "#B5D3A5"}, {"3", "#E2ECA2"}, {"41", "#F2B9A6"}, {"42", "#F4D3B8"},
        {"43", "#C9DFC0"}, {"4", "#F2B9A6"}, {"51", "#F0D6C4"}, {"52", "#EFF0C4"}, {"53", "#C4DDB4"}, {"54", "#DDE6BE"},
        {"5", "#EFF0C4"}, {"6", "#BFDDF0"}, {"7", "#C9B3A2"},
    };
    private static final String[][] USES = {
        {"01", "#EEF2B4"},
        {"02", "#F3D79A"},
        {"03", "#BAD8A0"},
        {"05", "#A8D0BC"},
        {"06", "#DCC8A6"},
        {"07", "#F7DE8C"},
        {"08", "#EFA7C4"},
        {"09", "#E8705F"},
        {"10", "#BB9678"},
        {"11", "#B98FC4"},
        {"12", "#C4C4C4"},
        {"13", "#7FA7C9"},
        {"14", "#8CC98A"},
        {"15", "#A9A27C"},
        {"16", "#E9E9E9"},
        {"17", "#AFD9F3"},
        {"23", "#DDD2C2"},
    };

    private PlateColours() {}

    private static Map<String, Color> read() {
        Map<String, Color> tokens = new HashMap<>();
        try (InputStream in = PlateColours.class.getResourceAsStream("/cuntu/report/tokens.css")) {
            if (in == null) throw new IllegalStateException("the build left out cuntu/report/tokens.css");
            Matcher found = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) tokens.putIfAbsent(found.group(1), Color.decode(found.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /** A token's colour in the light theme; grey when there is none. */
    static Color token(String name) {
        return TOKENS.getOrDefault(name, NONE);
    }

    /** Of a class of a scheme: survey, plan zone or plan use. */
    static Color of(String scheme, String code) {
        if (scheme.startsWith("GHFQ")) return byPrefix(ZONES, code);
        if (scheme.startsWith("YDYH")) return byPrefix(USES, code);
        Color own = TOKENS.get("lc-" + code);
        if (own != null) return own;
        Color base = TOKENS.get("lc-" + code.replaceFirst("[A-Z]$", ""));
        if (base != null) return base;
        return code.length() < 2 ? NONE : token("lc1-" + code.substring(0, 2));
    }

    private static Color byPrefix(String[][] list, String code) {
        for (String[] entry : list) if (code.startsWith(entry[0])) return Color.decode(entry[1]);
        return new Color(0xdde1e5);
    }
}
