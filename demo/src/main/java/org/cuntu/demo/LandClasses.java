package org.cuntu.demo;

import java.util.HashMap;
import java.util.Map;

/** Names of the codes that the synthetic city uses (TD/T 1055-2019 A.2; plan zones of the 2020 guide; YDYH2023). */
final class LandClasses {
    private static final Map<String, String> SURVEY =
            pairs("0101 水田 0102 水浇地 0103 旱地 0201 果园 0202 茶园 0204 其他园地 0301 乔木林地 0302 竹林地 0305 灌木林地 0307 其他林地"
                    + " 0404 其他草地 05H1 商业服务业设施用地 0508 物流仓储用地 0601 工业用地 0602 采矿用地 0701 城镇住宅用地"
                    + " 0702 农村宅基地 08H1 机关团体新闻出版用地 08H2 科教文卫用地 0809 公用设施用地 0810 公园与绿地 09 特殊用地"
                    + " 1001 铁路用地 1003 公路用地 1004 城镇村道路用地 1006 农村道路 1101 河流水面 1103 水库水面 1104 坑塘水面"
                    + " 1106 内陆滩涂 1201 空闲地 1202 设施农用地 1206 裸土地 1207 裸岩石砾地");
    private static final Map<String, String> ZONES =
            pairs("100 生态保护区 200 生态控制区 300 农田保护区 410 城镇集中建设区 420 城镇弹性发展区 430 特别用途区" + " 510 村庄建设区 520 一般农业区 530 林业发展区");
    private static final Map<String, String> PLAN =
            pairs("0701 城镇住宅用地 0801 机关团体用地 0804 教育用地 0806 医疗卫生用地 0901 商业用地 0902 商务金融用地 1001 工业用地"
                    + " 1101 物流仓储用地 1207 城镇村道路用地 1302 排水用地 1303 供电用地 1401 公园绿地 1402 防护绿地 16 留白用地");

    private LandClasses() {}

    static String survey(String dlbm) {
        return named(SURVEY, dlbm);
    }

    static String zone(int code) {
        return named(ZONES, String.valueOf(code));
    }

    static String plan(String code) {
        return named(PLAN, code);
    }

    static boolean isCropland(String dlbm) {
        return dlbm.startsWith("01");
    }

    private static String named(Map<String, String> names, String code) {
        String name = names.get(code);
        if (name == null) throw new IllegalArgumentException("no name for code " + code);
        return name;
    }

    private static Map<String, String> pairs(String words) {
        String[] word = words.split(" ");
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < word.length; i += 2) map.put(word[i], word[i + 1]);
        return map;
    }
}
