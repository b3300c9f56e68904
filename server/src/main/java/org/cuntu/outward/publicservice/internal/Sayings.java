package org.cuntu.outward.publicservice.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.cases.Matter;

/**
 * Finds matters by what people say: whole words of the guide first, then pairs of characters that the sentence shares with the
 * guide's words and the title. Nothing is learnt and nothing random, so the same sentence finds the same matters. Immutable.
 */
final class Sayings {
    private static final int WORD = 100;
    private static final int MOST = 5;

    /** @param say words of people @param means what the matters call it */
    record Saying(List<String> say, String means) {}

    /** @param why the words that were met, as the guide writes them */
    record Found(Matter matter, int score, List<String> why) {}

    private final List<Saying> sayings;

    Sayings(List<Saying> sayings) {
        this.sayings = List.copyOf(sayings);
    }

    /** The best first, at most five; empty when nothing fits. */
    List<Found> find(String sentence, List<Matter> matters) {
        String said = folded(sentence);
        StringBuilder meant = new StringBuilder(said);
        List<String> own = new ArrayList<>();
        for (Saying saying : sayings)
            for (String word : saying.say())
                if (said.contains(folded(word))) {
                    own.add(word);
                    meant.append(' ').append(folded(saying.means()));
                }
        List<Found> found = new ArrayList<>();
        for (Matter matter : matters) {
            Found one = score(matter, meant.toString(), said, own);
            if (one.score() > 0) found.add(one);
        }
        found.sort(Comparator.comparingInt(Found::score).reversed().thenComparing(each -> each.matter()
                .code()));
        int best = found.isEmpty() ? 0 : found.getFirst().score();
        // a tenth of the best is chance
        return found.stream()
                .filter(each -> each.score() * 4 >= best)
                .limit(MOST)
                .toList();
    }

    private static Found score(Matter matter, String meant, String said, List<String> own) {
        Set<String> pairs = pairs(meant);
        Set<String> why = new LinkedHashSet<>();
        int score = 0;
        for (String word : matter.guide().words()) {
            String folded = folded(word);
            if (folded.isEmpty()) continue;
            if (meant.contains(folded)) {
                score += WORD * Math.min(4, folded.codePointCount(0, folded.length()));
                if (said.contains(folded)) why.add(word);
            } else score += shared(pairs, folded);
        }
        int title = 2 * shared(pairs, folded(matter.title().zh()))
                + 2 * shared(pairs, folded(matter.title().en()));
        if (title > 0) why.addAll(own);
        return new Found(matter, score + title, List.copyOf(why));
    }

    private static int shared(Set<String> pairs, String text) {
        int shared = 0;
        for (String pair : pairs(text)) if (pairs.contains(pair)) shared += 10;
        return shared;
    }

    /** Pairs of Chinese characters, and whole words of Latin letters of three and more. */
    private static Set<String> pairs(String text) {
        Set<String> pairs = new TreeSet<>();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++)
            if (isChinese(points[i]) && isChinese(points[i + 1])) pairs.add(new String(points, i, 2));
        for (String word : text.split("[^a-z]+"))
            if (word.length() > 2) pairs.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        return pairs;
    }

    private static boolean isChinese(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
