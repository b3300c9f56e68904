package org.cuntu.core.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.jspecify.annotations.Nullable;

/** The city's layers with the fields that rules and reports read. */
public record TestRegister(List<LayerEntry> layers) implements LayerRegister {
    public static final TestRegister CITY = new TestRegister(List.of(
            entry(
                    "DLTB",
                    "地类图斑",
                    LayerKind.COVERAGE,
                    "survey",
                    true,
                    "SD2019",
                    "DLBM",
                    "BSM TBBH DLBM DLMC QSXZ QSDWDM QSDWMC ZLDWDM ZLDWMC KCDLBM KCXS:n GDPDJB CZCSXM"),
            entry(
                    "YJJBNTBHTB",
                    "永久基本农田",
                    LayerKind.DISJOINT,
                    "control-line",
                    true,
                    null,
                    null,
                    "BSM YJJBNTTBBH DLBM DLMC YJJBNTTBMJ:n YJJBNTMJ:n KCXS:n"),
            entry(
                    "STBHHX",
                    "生态保护红线",
                    LayerKind.DISJOINT,
                    "control-line",
                    true,
                    null,
                    null,
                    "BSM XJXZQDM XJXZQMC HXMC LHLX MJ:n"),
            entry("CZKFBJ", "城镇开发边界", LayerKind.DISJOINT, "control-line", true, null, null, "BSM GHFQDM GHFQMC MJ:n"),
            entry("GHFQ", "规划分区", LayerKind.COVERAGE, "plan", true, "GHFQ2020", "GHFQDM", "BSM GHFQDM GHFQMC MJ:n"),
            entry(
                    "KGDK",
                    "详细规划地块",
                    LayerKind.DISJOINT,
                    "plan",
                    false,
                    "YDYH2023",
                    "YDYHFLDM",
                    "BSM DKBH DYBH YDYHFLDM YDYHFLMC JRDM RJL:n JZMD:n LDL:n JZXG:n YDMJ:n GHZT JRBL:n RJLYSF RJLXX:n JZMDYSF"
                            + " LDLYSF JZXGYSF"),
            entry("LSWHBHX", "历史文化保护线", LayerKind.OVERLAPPING, "control-line", false, null, null, "BSM MC JB LB GKYQ"),
            entry("HLFXKZX", "洪涝风险控制线", LayerKind.DISJOINT, "risk", false, null, null, "BSM MC FXDJ"),
            entry("DZZHFXQ", "地质灾害风险区", LayerKind.DISJOINT, "risk", false, null, null, "BSM FXDJ MC"),
            entry("ZRBHD", "自然保护地", LayerKind.DISJOINT, "control-line", false, null, null, "BSM BHQMC BHQJB GNFQ"),
            entry("CKQ", "采矿权", LayerKind.OVERLAPPING, "management", false, null, null, "BSM XKZH KSMC KZ YXQZ:d"),
            entry("TKQ", "探矿权", LayerKind.OVERLAPPING, "management", false, null, null, "BSM XKZH KSMC KZ YXQZ:d"),
            entry("CSSX", "城市四线", LayerKind.OVERLAPPING, "plan", false, null, null, "BSM XLX MC"),
            entry(
                    "YJJBNTWHTB",
                    "永久基本农田疑似误划图斑",
                    LayerKind.DISJOINT,
                    "control-line",
                    false,
                    null,
                    null,
                    "BSM YJJBNTTBBH WHYY FXRQ:d"),
            entry("FJMSQ", "风景名胜区", LayerKind.OVERLAPPING, "control-line", false, null, null, "BSM MC JB"),
            entry("YYSSYBHQ", "饮用水水源保护区", LayerKind.OVERLAPPING, "control-line", false, null, null, "BSM MC BHJB"),
            entry("SDFW", "湿地", LayerKind.DISJOINT, "control-line", false, null, null, "BSM MC SDLX"),
            entry("GYL", "公益林", LayerKind.DISJOINT, "control-line", false, null, null, "BSM MC SQDJ"),
            entry("HHGLFW", "河湖管理范围", LayerKind.DISJOINT, "control-line", false, null, null, "BSM MC HDLX"),
            entry("KCZYGHQ", "矿产资源规划区", LayerKind.OVERLAPPING, "management", false, null, null, "BSM MC FQLX"),
            entry("ZYKCFW", "重要矿产资源范围", LayerKind.OVERLAPPING, "management", false, null, null, "BSM MC KZ"),
            entry(
                    "YPJSYD",
                    "已批建设用地",
                    LayerKind.OVERLAPPING,
                    "management",
                    false,
                    null,
                    null,
                    "BSM PZWH XMMC PZRQ:d PZMJ:n")));

    private static LayerEntry entry(
            String code,
            String zh,
            LayerKind kind,
            String group,
            boolean required,
            @Nullable String scheme,
            @Nullable String classField,
            String fields) {
        List<Field> list = new ArrayList<>();
        for (String field : fields.split(" ")) {
            Field.Type type = field.endsWith(":n")
                    ? Field.Type.DECIMAL
                    : field.endsWith(":d") ? Field.Type.DATE : Field.Type.TEXT;
            String name = field.split(":")[0];
            list.add(new Field(name, type, name, name));
        }
        return new LayerEntry(
                new LayerSchema(code, kind, list, scheme, classField),
                group,
                zh,
                code,
                "",
                2,
                required,
                null,
                LayerEntry.Slivers.DEFAULT);
    }

    public LayerEntry get(String code) {
        return findLayer(code).orElseThrow();
    }

    @Override
    public List<LayerEntry> listLayers() {
        return layers;
    }

    @Override
    public Optional<LayerEntry> findLayer(String code) {
        return layers.stream().filter(l -> l.code().equals(code)).findFirst();
    }

    @Override
    public String hash() {
        return "0".repeat(64);
    }
}
