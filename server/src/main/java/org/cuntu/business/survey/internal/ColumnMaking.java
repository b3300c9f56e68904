package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.business.survey.SurveyTable.Column;
import org.cuntu.business.survey.TableColumns;
import org.jspecify.annotations.Nullable;

/** Lays out the columns of the survey's tables. */
final class ColumnMaking {
    /** 城镇村及工矿用地, the statistics group of patches with a town or village attribute (handbook land classes 1.2). */
    static final String SETTLEMENT = "20";

    /** Of a word that is missing. */
    static final String NONE = "-";

    private final ClassRoll roll;
    private final CodeWords codes;
    private final SurveyLayer layer;

    ColumnMaking(ClassRoll roll, CodeWords codes, SurveyLayer layer) {
        this.roll = roll;
        this.codes = codes;
        this.layer = layer;
    }

    /** @param words those of the tally's dimension */
    ColumnSet columns(TableColumns what, Tally tally) {
        return switch (what) {
            case THREE, FIRST, SECOND, FULL -> classes(what, tally.words[Dim.CLASS.ordinal()]);
            case OWNERSHIP -> ownership(tally.words[Dim.OWNER.ordinal()]);
            case TOWN -> town(tally.words[Dim.TOWN.ordinal()]);
            case SLOPE -> plain(Dim.SLOPE, String.valueOf(layer.slope()), tally.words[Dim.SLOPE.ordinal()]);
            case PLANTING -> plain(Dim.PLANTING, String.valueOf(layer.planting()), tally.words[Dim.PLANTING.ordinal()]);
        };
    }

    private ColumnSet classes(TableColumns what, String[] words) {
        ColumnSet set = new ColumnSet(Dim.CLASS);
        if (!roll.isSchemed()) return words(set, words);
        if (what == TableColumns.THREE) roll.listWays().forEach(each -> set.column(column(each, null, false)));
        else
            for (ClassRoll.Named first : roll.listLevel(1)) {
                set.column(column(first, null, false));
                if (what != TableColumns.FIRST) below(set, first, what == TableColumns.FULL, words);
            }
        for (String word : words) {
            ClassRoll.Place place = roll.place(word);
            List<String> keys = new ArrayList<>();
            if (what == TableColumns.THREE) keys.add(place.three());
            else keys.add(place.first());
            if (what == TableColumns.SECOND || what == TableColumns.FULL) keys.add(place.base());
            boolean suffixed = !place.code().substring(1).equals(place.base().substring(1));
            if (what == TableColumns.FULL && suffixed) keys.add(place.code());
            if (keys.getFirst().endsWith(ClassRoll.UNKNOWN)) {
                keys = List.of(keys.getFirst());
                set.column(column(roll.named(keys.getFirst()), null, false));
            }
            set.put(word, keys);
        }
        return set;
    }

    /** Second-level classes that occur, so that a table of fifty-five columns has those that there are. */
    private void below(ColumnSet set, ClassRoll.Named first, boolean full, String[] words) {
        for (ClassRoll.Named base : roll.listLevel(2)) {
            if (!first.key().equals(base.parent()) || !occurs(base.key(), words)) continue;
            set.column(column(base, first.key(), false));
            if (!full) continue;
            for (ClassRoll.Named code : roll.listLevel(3))
                if (base.key().equals(code.parent())
                        && !code.key().substring(1).equals(base.key().substring(1))
                        && occurs(code.key(), words)) set.column(column(code, base.key(), true));
        }
    }

    private boolean occurs(String key, String[] words) {
        for (String word : words) if (roll.isIn(word, key)) return true;
        return false;
    }

    private ColumnSet words(ColumnSet set, String[] words) {
        for (String word : words) {
            ClassRoll.Named named = roll.named("1." + word);
            set.column(column(named, null, false));
            set.put(word, List.of(named.key()));
        }
        return set;
    }

    private ColumnSet ownership(String[] words) {
        ColumnSet set = new ColumnSet(Dim.OWNER);
        Map<String, CodeWords.Named> names = codes.of(String.valueOf(layer.owner()));
        for (Ownership owner : Ownership.values()) {
            List<String> own = new TreeSet<>(List.of(words))
                    .stream().filter(word -> Ownership.of(word) == owner).toList();
            if (owner == Ownership.UNKNOWN && own.isEmpty()) continue;
            set.column(
                    switch (owner) {
                        case STATE -> new Column("STATE", "国有", "State-owned", null, false);
                        case COLLECTIVE -> new Column("COLLECTIVE", "集体", "Collective", null, false);
                        case UNKNOWN -> new Column("UNKNOWN", "权属未填", "Not stated", null, false);
                    });
            for (String word : own) {
                if (owner != Ownership.UNKNOWN) set.column(code(word, names, owner.name()));
                set.put(word, owner == Ownership.UNKNOWN ? List.of("UNKNOWN") : List.of(owner.name(), word));
            }
        }
        return set;
    }

    private ColumnSet town(String[] words) {
        ColumnSet set = new ColumnSet(Dim.TOWN);
        Map<String, CodeWords.Named> names = codes.of(String.valueOf(layer.town()));
        set.column(new Column(SETTLEMENT, "城镇村及工矿用地", "Settlements and mining", null, false));
        for (String word : new TreeSet<>(List.of(words))) {
            if (!word.isEmpty()) set.column(code(word, names, SETTLEMENT));
            set.put(word, word.isEmpty() ? List.of(NONE) : List.of(SETTLEMENT, word));
        }
        set.column(new Column(NONE, "其余土地", "Other ground", null, false));
        return set;
    }

    private ColumnSet plain(Dim dim, String field, String[] words) {
        ColumnSet set = new ColumnSet(dim);
        Map<String, CodeWords.Named> names = codes.of(field);
        names.keySet().forEach(word -> set.column(code(word, names, null)));
        for (String word : new TreeSet<>(List.of(words))) {
            if (word.isEmpty()) set.column(new Column(NONE, "未填", "Not stated", null, false));
            else set.column(code(word, names, null));
            set.put(word, List.of(word.isEmpty() ? NONE : word));
        }
        return set;
    }

    private static Column code(String word, Map<String, CodeWords.Named> names, @Nullable String parent) {
        CodeWords.Named named = names.getOrDefault(word, new CodeWords.Named(word, word));
        return new Column(word, named.zh(), named.en(), parent, false);
    }

    private static Column column(ClassRoll.Named named, @Nullable String parent, boolean part) {
        return new Column(named.key(), named.zh(), named.en(), parent, part);
    }
}
