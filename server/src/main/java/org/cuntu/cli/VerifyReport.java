package org.cuntu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.proof.Checked;
import org.cuntu.platform.proof.Finding;
import org.cuntu.platform.proof.ProofKey;
import tools.jackson.databind.json.JsonMapper;

/** What {@code verify} prints: what was checked, how far it goes, and what it cannot see. */
record VerifyReport(Checked checked, double seconds, CliWords words) {
    String text() {
        StringBuilder text = new StringBuilder();
        String verdict = checked.isGenuine() ? "verify.genuine" : "verify.not-genuine";
        text.append(words.say(verdict)).append('\n');
        line(
                text,
                "verify.what." + checked.kind().name().toLowerCase(Locale.ROOT),
                "entries",
                count(checked.entries()));
        said(text);
        line(text, "verify.log", "log", checked.log());
        if (!checked.root().isEmpty())
            line(text, "verify.head", "total", count(checked.total()), "root", checked.root());
        line(text, "verify.signatures", "signatures", count(checked.signatures()), "heads", count(checked.heads()));
        for (ProofKey key : checked.keys())
            line(
                    text,
                    checked.trusted() ? "verify.key-given" : "verify.key-own",
                    "key",
                    key.kind() + " " + key.id(),
                    "fingerprint",
                    key.fingerprint());
        if (checked.witnessed() > 0) line(text, "verify.witnessed", "heads", count(checked.witnessed()));
        else if (checked.isGenuine()) line(text, "verify.no-witness");
        if (checked.kind() == Checked.Kind.LOG && seconds > 0)
            line(text, "verify.rate", "seconds", String.format(Locale.ROOT, "%.1f", seconds), "rate", count((long)
                    (checked.entries() / seconds)));
        return text.toString();
    }

    /** Of one entry: what it says, and what the paper in hand must carry to be the one that was proved. */
    private void said(StringBuilder text) {
        Checked.Said said = checked.said();
        if (said == null) return;
        line(text, "verify.said", "number", count(said.number()), "act", said.act(), "object", said.object());
        line(text, "verify.by", "actor", said.actor(), "at", said.at());
        if (said.digest() != null) line(text, "verify.digest", "digest", said.digest());
    }

    private void line(StringBuilder text, String key, Object... args) {
        text.append("  ").append(words.say(key, args)).append('\n');
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    String json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "cuntu-verify-1");
        tree.put("genuine", checked.isGenuine());
        tree.put("kind", checked.kind().name());
        tree.put("log", checked.log());
        tree.put("entries", checked.entries());
        tree.put("total", checked.total());
        tree.put("root", checked.root());
        tree.put("heads", checked.heads());
        tree.put("signatures", checked.signatures());
        tree.put("keys", checked.keys().stream().map(ProofKey::fingerprint).toList());
        tree.put("keysGiven", checked.trusted());
        tree.put("witnessed", checked.witnessed());
        if (checked.said() != null) tree.put("entry", checked.said());
        List<Object> findings = new ArrayList<>();
        for (Finding finding : checked.findings()) {
            Problem problem = finding.problem();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", finding.kind().name());
            one.put("code", problem.code());
            one.put("from", finding.from());
            one.put("to", finding.to());
            one.put("what", problem.what(words.locale()));
            findings.add(one);
        }
        tree.put("findings", findings);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
