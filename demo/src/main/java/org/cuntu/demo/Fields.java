package org.cuntu.demo;

import static org.cuntu.engine.layer.Field.Type.DATE;
import static org.cuntu.engine.layer.Field.Type.DECIMAL;
import static org.cuntu.engine.layer.Field.Type.INTEGER;
import static org.cuntu.engine.layer.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;

/** The layers' fields (TD/T 1057-2020 and the plan database standard); BSM first everywhere. */
final class Fields {
    private static final Field BSM = text("BSM", "标识码", "identifier");

    static final LayerSchema DLTB = new LayerSchema(
            "DLTB",
            LayerKind.COVERAGE,
            List.of(
                    BSM,
                    text("YSDM", "要素代码", "feature code"),
                    text("TBYBH", "图斑预编号", "preliminary patch number"),
                    text("TBBH", "图斑编号", "patch number"),
                    text("DLBM", "地类编码", "land class code"),
                    text("DLMC", "地类名称", "land class"),
                    text("QSXZ", "权属性质", "kind of ownership"),
                    text("QSDWDM", "权属单位代码", "owner code"),
                    text("QSDWMC", "权属单位名称", "owner"),
                    text("ZLDWDM", "坐落单位代码", "location code"),
                    text("ZLDWMC", "坐落单位名称", "location"),
                    decimal("TBMJ", "图斑面积", "patch area, m²"),
                    text("KCDLBM", "扣除地类编码", "deducted class"),
                    decimal("KCXS", "扣除地类系数", "deduction ratio"),
                    decimal("KCMJ", "扣除地类面积", "deducted area, m²"),
                    decimal("TBDLMJ", "图斑地类面积", "class area, m²"),
                    text("GDLX", "耕地类型", "cropland type"),
                    text("GDPDJB", "耕地坡度级别", "cropland slope class"),
                    decimal("XZDWKD", "线状地物宽度", "width of a linear object, m"),
                    text("TBXHDM", "图斑细化代码", "refinement code"),
                    text("TBXHMC", "图斑细化名称", "refinement"),
                    text("ZZSXDM", "种植属性代码", "planting code"),
                    text("ZZSXMC", "种植属性名称", "planting"),
                    integer("GDDB", "耕地等别", "cropland grade"),
                    text("FRDBS", "飞入地标识", "fly-in land"),
                    text("CZCSXM", "城镇村属性码", "settlement code"),
                    integer("SJNF", "数据年份", "survey year"),
                    text("MSSM", "描述说明", "land or island"),
                    text("HDMC", "海岛名称", "island"),
                    text("BZ", "备注", "remark")),
            "SD2019",
            "DLBM");

    static final LayerSchema XZQ = plain(
            "XZQ",
            LayerKind.COVERAGE,
            text("XZQDM", "行政区代码", "division code"),
            text("XZQMC", "行政区名称", "division"),
            text("XJMC", "县级名称", "county"),
            decimal("DCMJ", "调查面积", "survey area, m²"));
    static final LayerSchema CJDCQ = plain(
            "CJDCQ",
            LayerKind.COVERAGE,
            text("ZLDWDM", "坐落单位代码", "location code"),
            text("ZLDWMC", "坐落单位名称", "location"),
            decimal("DCMJ", "调查面积", "survey area, m²"));
    static final LayerSchema PDT = plain("PDT", LayerKind.COVERAGE, text("PDJB", "坡度级别", "slope class"));

    static final LayerSchema XZQJX = plain(
            "XZQJX",
            LayerKind.OVERLAPPING,
            text("YSDM", "要素代码", "feature code"),
            text("JXLX", "界线类型", "kind of border"),
            text("JXSM", "界线说明", "between"));
    static final LayerSchema CLKZD = plain(
            "CLKZD",
            LayerKind.OVERLAPPING,
            text("KZDMC", "控制点名称", "point"),
            text("KZDDH", "控制点点号", "point number"),
            text("KZDLX", "控制点类型", "kind"),
            text("KZDDJ", "控制点等级", "order"));

    static final LayerSchema YJJBNTBHTB = plain(
            "YJJBNTBHTB",
            LayerKind.DISJOINT,
            text("YJJBNTTBBH", "永久基本农田图斑编号", "farmland patch number"),
            text("DLBM", "地类编码", "land class code"),
            text("DLMC", "地类名称", "land class"),
            decimal("YJJBNTTBMJ", "永久基本农田图斑面积", "patch area, m²"),
            decimal("YJJBNTMJ", "永久基本农田面积", "area without ridges, m²"),
            decimal("KCXS", "扣除地类系数", "deduction ratio"));
    static final LayerSchema STBHHX = plain(
            "STBHHX",
            LayerKind.DISJOINT,
            text("XJXZQDM", "县级行政区代码", "county code"),
            text("XJXZQMC", "县级行政区名称", "county"),
            text("HXMC", "红线名称", "red line"),
            text("LHLX", "红线类型", "red line type"),
            decimal("MJ", "面积", "area, m²"));
    static final LayerSchema CZKFBJ = plain("CZKFBJ", LayerKind.DISJOINT, zones());
    static final LayerSchema GHFQ = new LayerSchema("GHFQ", LayerKind.COVERAGE, with(zones()), "GHFQ2020", "GHFQDM");
    static final LayerSchema KGDK = new LayerSchema(
            "KGDK",
            LayerKind.DISJOINT,
            with(
                    text("DKBH", "地块编号", "plot number"),
                    text("DYBH", "单元编号", "unit number"),
                    text("YDYHFLDM", "用地用海分类代码", "use code"),
                    text("YDYHFLMC", "用地用海分类名称", "use"),
                    text("JRDM", "兼容用地代码", "compatible use codes"),
                    decimal("RJL", "容积率", "floor area ratio"),
                    decimal("JZMD", "建筑密度", "building coverage, %"),
                    decimal("LDL", "绿地率", "green share, %"),
                    decimal("JZXG", "建筑限高", "height limit, m"),
                    decimal("YDMJ", "用地面积", "plot area, m²"),
                    text("GHZT", "规划状态", "plan state: 10 existing, 20 new"),
                    decimal("JRBL", "兼容比例上限", "most of the compatible use, %"),
                    text("RJLYSF", "容积率运算符", "operator of the ratio: <=, >=, range, 无"),
                    decimal("RJLXX", "容积率下限", "least ratio of a range"),
                    text("JZMDYSF", "建筑密度运算符", "operator of the coverage"),
                    text("LDLYSF", "绿地率运算符", "operator of the green share"),
                    text("JZXGYSF", "建筑限高运算符", "operator of the height")),
            "YDYH2023",
            "YDYHFLDM");
    static final LayerSchema XZZTGNDW = plain(
            "XZZTGNDW",
            LayerKind.COVERAGE,
            text("XZQDM", "行政区代码", "township code"),
            text("XZQMC", "行政区名称", "township"),
            text("ZTGN", "主体功能", "main function"),
            text("DJGN", "叠加功能", "overlaid function"),
            decimal("MJ", "面积", "area, m²"));
    static final LayerSchema CSSX =
            plain("CSSX", LayerKind.OVERLAPPING, text("XLX", "线类型", "kind of line"), text("MC", "名称", "name"));
    static final LayerSchema LSWHBHX = plain(
            "LSWHBHX",
            LayerKind.OVERLAPPING,
            text("MC", "名称", "name"),
            text("JB", "级别", "rank"),
            text("LB", "类别", "kind of zone"),
            text("GKYQ", "管控要求", "requirement"));

    static final LayerSchema HLFXKZX =
            plain("HLFXKZX", LayerKind.DISJOINT, text("MC", "名称", "name"), text("FXDJ", "风险等级", "risk"));
    static final LayerSchema DZZHFXQ =
            plain("DZZHFXQ", LayerKind.DISJOINT, text("FXDJ", "风险等级", "risk"), text("MC", "名称", "name"));
    static final LayerSchema ZRBHD = plain(
            "ZRBHD",
            LayerKind.DISJOINT,
            text("BHQMC", "保护区名称", "reserve"),
            text("BHQJB", "保护区级别", "rank"),
            text("GNFQ", "功能分区", "zone"));

    static final LayerSchema CKQ = right("CKQ");
    static final LayerSchema TKQ = right("TKQ");
    static final LayerSchema YPJSYD = plain(
            "YPJSYD",
            LayerKind.OVERLAPPING,
            text("PZWH", "批准文号", "approval number"),
            text("XMMC", "项目名称", "project"),
            new Field("PZRQ", DATE, "批准日期", "approved on"),
            decimal("PZMJ", "批准面积", "approved area, m²"));

    static final LayerSchema YJJBNTWHTB = plain(
            "YJJBNTWHTB",
            LayerKind.DISJOINT,
            text("YJJBNTTBBH", "永久基本农田图斑编号", "farmland patch number"),
            text("WHYY", "误划原因", "reason"),
            new Field("FXRQ", DATE, "发现日期", "found on"));
    static final LayerSchema FJMSQ =
            plain("FJMSQ", LayerKind.OVERLAPPING, text("MC", "名称", "name"), text("JB", "级别", "rank"));
    static final LayerSchema YYSSYBHQ = plain(
            "YYSSYBHQ", LayerKind.OVERLAPPING, text("MC", "名称", "name"), text("BHJB", "保护级别", "protection level"));
    static final LayerSchema SDFW =
            plain("SDFW", LayerKind.DISJOINT, text("MC", "名称", "name"), text("SDLX", "湿地类型", "kind"));
    static final LayerSchema GYL =
            plain("GYL", LayerKind.DISJOINT, text("MC", "名称", "name"), text("SQDJ", "事权等级", "level"));
    static final LayerSchema CDDC = plain(
            "CDDC",
            LayerKind.DISJOINT,
            text("MC", "名称", "name"),
            text("CDLX", "草地类型", "kind of grassland"),
            decimal("ZBGD", "植被盖度", "vegetation cover, %"));
    static final LayerSchema SYDC = plain(
            "SYDC",
            LayerKind.DISJOINT,
            text("MC", "名称", "name"),
            text("SYLX", "水体类型", "kind of water"),
            text("SZLB", "水质类别", "quality class"));
    static final LayerSchema DXKJDC = plain(
            "DXKJDC",
            LayerKind.DISJOINT,
            text("MC", "名称", "name"),
            text("YTLX", "用途类型", "use"),
            decimal("MS", "埋深", "depth, m"));
    static final LayerSchema DBJZDC = plain(
            "DBJZDC",
            LayerKind.DISJOINT,
            text("MC", "名称", "name"),
            text("JZLX", "基质类型", "kind of substrate"),
            decimal("HD", "厚度", "thickness, m"));
    static final LayerSchema HHGLFW =
            plain("HHGLFW", LayerKind.DISJOINT, text("MC", "名称", "name"), text("HDLX", "类型", "kind"));
    static final LayerSchema KCZYGHQ =
            plain("KCZYGHQ", LayerKind.OVERLAPPING, text("MC", "名称", "name"), text("FQLX", "分区类型", "kind of area"));
    static final LayerSchema ZYKCFW =
            plain("ZYKCFW", LayerKind.OVERLAPPING, text("MC", "名称", "name"), text("KZ", "矿种", "mineral"));
    static final LayerSchema LSYLKS =
            plain("LSYLKS", LayerKind.OVERLAPPING, text("MC", "名称", "name"), text("ZLZT", "治理状态", "restored or not"));

    private Fields() {}

    private static LayerSchema right(String layer) {
        return plain(
                layer,
                LayerKind.OVERLAPPING,
                text("XKZH", "许可证号", "licence"),
                text("KSMC", "矿山名称", "mine"),
                text("KZ", "矿种", "mineral"),
                new Field("YXQZ", DATE, "有效期至", "valid to"));
    }

    private static Field[] zones() {
        return new Field[] {
            text("GHFQDM", "规划分区代码", "zone code"), text("GHFQMC", "规划分区名称", "zone"), decimal("MJ", "面积", "area, m²")
        };
    }

    private static LayerSchema plain(String layer, LayerKind kind, Field... fields) {
        return new LayerSchema(layer, kind, with(fields), null, null);
    }

    private static List<Field> with(Field... fields) {
        List<Field> list = new ArrayList<>(List.of(BSM));
        list.addAll(List.of(fields));
        return list;
    }

    private static Field text(String code, String zh, String en) {
        return new Field(code, TEXT, zh, en);
    }

    private static Field decimal(String code, String zh, String en) {
        return new Field(code, DECIMAL, zh, en);
    }

    private static Field integer(String code, String zh, String en) {
        return new Field(code, INTEGER, zh, en);
    }
}
