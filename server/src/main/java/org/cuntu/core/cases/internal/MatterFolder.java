package org.cuntu.core.cases.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.problem.Problem;

/**
 * The files of a matter's folder as texts, by their paths below it. Nothing but the known names is opened, no link is followed.
 *
 * @param code the folder's name
 */
record MatterFolder(String code, SortedMap<String, String> files) {
    static final String MATTER = "matter.yaml";
    static final String PROCESS = "process.bpmn";
    static final String FORM = "form.json";
    static final String TEMPLATES = "templates/";
    static final String EXAMPLES = "examples/";

    private static final long MOST_BYTES = 1L << 20;
    private static final int MOST_FILES = 100;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern KNOWN = Pattern.compile(
            "matter\\.yaml|process\\.bpmn|form\\.json|templates/[a-z0-9-]{1,40}\\.yaml|examples/[a-z0-9-]{1,40}\\.(yaml|geojson)");

    MatterFolder {
        files = new TreeMap<>(files);
    }

    /** @param problems where what is wrong is added */
    static MatterFolder read(Path folder, List<Problem> problems) {
        String code = folder.getFileName().toString();
        MatterFolder read = new MatterFolder(code, new TreeMap<>());
        if (Files.isSymbolicLink(folder)) {
            problems.add(problem("matters.link", code));
            return read;
        }
        if (!CODE.matcher(code).matches() || code.length() > 40) problems.add(problem("matters.folder-name", code));
        List<Path> found = files(folder);
        if (found.size() > MOST_FILES)
            problems.add(Problem.refused("matters.too-many-files", Problem.Place.file(code), "most", MOST_FILES));
        else found.forEach(path -> read.add(folder, path, problems));
        for (String needed : List.of(MATTER, PROCESS, FORM))
            if (!read.files.containsKey(needed) && problems.isEmpty())
                problems.add(problem("matters.missing-file", code + "/" + needed));
        return read;
    }

    /** Everything that is no folder, links too, one more than there may be at most. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> !Files.isDirectory(path) || Files.isSymbolicLink(path))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path folder, Path path, List<Problem> problems) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        String shown = code + "/" + name;
        try {
            if (Files.isSymbolicLink(path)) problems.add(problem("matters.link", shown));
            else if (!KNOWN.matcher(name).matches()) problems.add(problem("matters.unknown-file", shown));
            else if (Files.size(path) > MOST_BYTES)
                problems.add(Problem.refused(
                        "matters.too-large", Problem.Place.file(shown), "bytes", Files.size(path), "most", MOST_BYTES));
            else files.put(name, text(Files.readAllBytes(path)));
        } catch (CharacterCodingException e) {
            problems.add(problem("matters.not-utf8", shown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Problem problem(String code, String shown) {
        return Problem.refused(code, Problem.Place.file(shown), "file", shown);
    }

    /** The files of one kind, for example all {@link #TEMPLATES}. */
    SortedMap<String, String> under(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.startsWith(prefix)) found.put(name, text);
        });
        return found;
    }

    /** What makes the version: everything but the examples, which only walk it. */
    SortedMap<String, String> content() {
        SortedMap<String, String> content = new TreeMap<>(files);
        content.keySet().removeIf(name -> name.startsWith(EXAMPLES));
        return content;
    }

    /** SHA-256 of the canonical content, with one kind of line end. */
    String hash() {
        SortedMap<String, Object> lines = new TreeMap<>();
        content().forEach((name, text) -> lines.put(name, text.replace("\r\n", "\n")));
        return CanonicalJson.sha256(CanonicalJson.write(lines));
    }
}
