package org.cuntu.core.intake.internal;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.platform.home.YamlFile;

/**
 * How a layer's yearly change package looks (年度变更增量包), of the city's {@code intake.yaml}.
 *
 * @param layer the register's code
 * @param day of the year from which a package is in force
 * @param year field of the survey's year
 * @param update the result layer's name in files
 * @param process the process layer: its name in files is its code
 * @param key identifier of a patch
 * @param book its book area
 * @param type its class
 * @param old in the process layer the replaced patch
 * @param fresh the new one
 * @param from class before
 * @param to class after
 * @param area the ground that went from one to the other
 */
record YearlyForm(
        String layer,
        MonthDay day,
        String year,
        String update,
        LayerEntry process,
        String key,
        String book,
        String type,
        String old,
        String fresh,
        String from,
        String to,
        String area) {
    private static final int INTERNAL = 2;

    static YearlyForm read(YamlFile.Node node) {
        List<Field> fields = new ArrayList<>();
        for (YamlFile.Node field : node.nodes("fields")) {
            Field.Type type =
                    Field.Type.valueOf(field.findText("type").orElse("TEXT").toUpperCase(Locale.ROOT));
            fields.add(new Field(field.text("code"), type, field.text("zh"), field.text("en")));
            field.close();
        }
        LayerSchema schema = new LayerSchema(node.text("process"), LayerKind.OVERLAPPING, fields, null, null);
        YearlyForm form = new YearlyForm(
                node.text("layer"),
                MonthDay.parse("--" + node.text("day")),
                node.text("year"),
                node.text("update"),
                new LayerEntry(
                        schema,
                        "survey",
                        node.text("zh"),
                        node.text("en"),
                        "",
                        INTERNAL,
                        false,
                        null,
                        LayerEntry.Slivers.DEFAULT),
                node.text("key"),
                node.text("book"),
                node.text("class"),
                node.text("old"),
                node.text("new"),
                node.text("from"),
                node.text("to"),
                node.text("area"));
        node.close();
        return form;
    }
}
