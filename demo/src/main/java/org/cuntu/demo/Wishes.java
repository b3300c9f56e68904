package org.cuntu.demo;

import static org.cuntu.demo.Wish.words;

import java.util.List;

/** The showcase's sites: one for each kind of verdict. It is also the tutorial, so the order is that of learning. */
final class Wishes {
    private Wishes() {}

    static List<Wish> all() {
        return List.of(
                Wish.of(
                                "01-clean",
                                words("智能装备厂房（一期）", "Equipment works, phase 1"),
                                "1001",
                                "KGDK",
                                "CONCERNED",
                                words(
                                        "总结论符合；历史遗留矿山因图层过期需核实，但没有规则用它，也不是必备图层",
                                        "Conforms; the abandoned mines are to be verified, their layer being stale, but no rule reads it and it is not required"),
                                words(
                                        "干净的用地长什么样；过期图层从不说“不涉及”",
                                        "What a clean site looks like; a stale layer never says \"not concerned\""),
                                70)
                        .finding("PASS detailed-plan-use")
                        .figures("1.40", "50", "18", "36", "")
                        .with("KGDK:1001", 0.999999999, 1.01)
                        .with("CZKFBJ:410", 0.999999999, 1.01)
                        .with("cropland", 0, 0),
                Wish.of(
                                "02-farmland",
                                words("配套产业园", "Suppliers' park"),
                                "1001",
                                "YJJBNTBHTB",
                                "CONCERNED",
                                words("占用永久基本农田：不符合", "Occupies permanent basic farmland: does not conform"),
                                words("占用面积同时列出含田坎和扣除田坎两个数", "Occupied area with and without ridges"),
                                150)
                        .finding("FAIL permanent-farmland")
                        .with("YJJBNTBHTB", 0.2, 0.6)
                        .with("cropland", 0.2, 0.9)
                        .with("DLTB:1101", 0, 0),
                Wish.of(
                                "03-red-line",
                                words("山地度假营地", "Mountain resort"),
                                "0903",
                                "STBHHX",
                                "CONCERNED",
                                words("占用生态保护红线：不符合", "Occupies the ecological red line: does not conform"),
                                words(
                                        "红线图斑巨大而有洞，仍精确到 0.01 ㎡",
                                        "The red line is huge and has holes; the overlap is exact to 0.01 m²"),
                                150)
                        .finding("FAIL ecological-red-line")
                        .with("GYL", 0, 1.01)
                        .with("STBHHX", 0.25, 0.7)
                        .with("cropland", 0, 0.5)
                        .with("DLTB:1101", 0, 0),
                Wish.of(
                                "04-boundary",
                                words("城郊物流园", "Logistics park at the edge of town"),
                                "1101",
                                "CZKFBJ",
                                "CONCERNED",
                                words("部分位于城镇开发边界外：不符合", "Partly outside the urban boundary: does not conform"),
                                words("边界内外面积之和等于用地面积", "Inside and outside add up to the site"),
                                160)
                        .finding("FAIL urban-boundary")
                        .with("CZKFBJ", 0.4, 0.75)
                        .with("cropland", 0, 0.4),
                Wish.of(
                                "05-plan-zone",
                                words("弹性区仓储用地", "Storage in the reserve zone"),
                                "1101",
                                "GHFQ",
                                "CONCERNED",
                                words("位于城镇弹性发展区：有条件符合", "In the elastic development zone: conforms conditionally"),
                                words("弹性发展区先调整为集中建设区才能建设", "It must first become concentrated construction land"),
                                110)
                        .finding("CONDITIONAL urban-boundary-reserve")
                        .with("GHFQ:420", 0.999999999, 1.01)
                        .with("CZKFBJ:420", 0.999999999, 1.01)
                        .with("cropland", 0, 0),
                Wish.of(
                                "06-plan-use",
                                words("滨江住宅小区", "Riverside housing"),
                                "0701",
                                "KGDK",
                                "CONCERNED",
                                words(
                                        "详细规划为工业用地，申请住宅：不符合",
                                        "The detailed plan says industry, housing is asked for: does not conform"),
                                words("用途与详细规划及其兼容用途比较", "The use is compared with the plan's and its compatible uses"),
                                75)
                        .finding("FAIL detailed-plan-use")
                        .figures("1.80", "24", "36", "48", "")
                        .with("KGDK:1001", 0.999999999, 1.01)
                        .with("CZKFBJ:410", 0.999999999, 1.01)
                        .with("cropland", 0, 0),
                Wish.of(
                                "07-history",
                                words("骑楼街区酒店", "Hotel in the old town"),
                                "0901",
                                "LSWHBHX",
                                "CONCERNED",
                                words(
                                        "涉及历史文化保护线：有条件符合",
                                        "Touches the historic conservation line: conforms conditionally"),
                                words(
                                        "需文物部门意见；可重叠图层按次计",
                                        "Needs the heritage opinion; overlapping features are counted once"),
                                80)
                        .finding("CONDITIONAL history-line")
                        .figures("2.00", "24", "36", "30", "15")
                        .with("CSSX", 0, 3.01)
                        .with("LSWHBHX", 0.5, 2.01)
                        .with("CZKFBJ", 0.999999999, 1.01)
                        .with("cropland", 0, 0)
                        .with("KGDK:0701", 0.999999999, 1.01),
                Wish.of(
                                "08-flood",
                                words("沿江商业街", "Riverside shops"),
                                "0901",
                                "HLFXKZX",
                                "CONCERNED",
                                words("位于洪涝风险控制线内：有条件符合", "Within the flood risk control line: conforms conditionally"),
                                words("需洪水影响评价", "Needs a flood assessment"),
                                90)
                        .finding("CONDITIONAL flood-line")
                        .figures("2.20", "42", "26", "48", "")
                        .with("HLFXKZX", 0.5, 1.01)
                        .with("CZKFBJ:410", 0.999999999, 1.01)
                        .with("cropland", 0, 0)
                        .with("KGDK:0901", 0.999999999, 1.01),
                Wish.of(
                                "09-mining",
                                words("石料加工厂", "Quarry plant"),
                                "1002",
                                "CKQ",
                                "CONCERNED",
                                words("与采矿权重叠：有条件符合", "Overlaps a mining right: conforms conditionally"),
                                words("矿业权图层可重叠，不出合计", "Rights may overlap: no column total"),
                                120)
                        .finding("CONDITIONAL mining-right")
                        .with("CKQ", 0.3, 2.01)
                        .with("cropland", 0, 0.3)
                        .single(),
                Wish.of(
                                "10-approved",
                                words("标准厂房重复报批", "Applied for twice"),
                                "1001",
                                "YPJSYD",
                                "CONCERNED",
                                words("与已批建设用地重叠：有条件符合", "Overlaps land already approved: conforms conditionally"),
                                words("重复报批会被看见", "A second application is seen"),
                                75)
                        .finding("CONDITIONAL approved-land")
                        .figures("1.40", "50", "18", "36", "")
                        .with("YPJSYD", 0.3, 2.01)
                        .with("CZKFBJ:410", 0.999999999, 1.01)
                        .with("cropland", 0, 0)
                        .with("KGDK:1001", 0.999999999, 1.01),
                Wish.of(
                                "11-cropland",
                                words("城区小学新建", "New primary school"),
                                "0804",
                                "DLTB",
                                "CONCERNED",
                                words(
                                        "占用耕地但非永久基本农田：有条件符合，须占补平衡",
                                        "Occupies cropland, not permanent farmland: conforms conditionally, to be balanced"),
                                words("耕地面积扣除田坎；水田、旱地分列", "Cropland without ridges, paddy and dry land apart"),
                                90)
                        .finding("CONDITIONAL cropland-occupied")
                        .figures("0.90", "28", "36", "24", "")
                        .with("cropland", 0.5, 1.01)
                        .with("CZKFBJ:410", 0.999999999, 1.01)
                        .with("KGDK:0804", 0.999999999, 1.01),
                Wish.of(
                                "12-no-answer",
                                words("进德镇边界上的公路", "A road on the border of Jinde"),
                                "1202",
                                "CKQ",
                                "NOT_ANSWERED",
                                words(
                                        "采矿权图层未覆盖一部分用地：需核实",
                                        "The mining layer does not cover part of the site: to be verified"),
                                words("没有数据不等于不涉及", "No data is not the same as clear"),
                                140)
                        .finding("NOT_ANSWERED mining-right")
                        .with("outside:CKQ", 0.2, 0.8)
                        .with("cropland", 0, 1.01)
                        .with("DLTB:1101", 0, 0)
                        .single(),
                Wish.of(
                                "13-touch",
                                words("紧邻永久基本农田的安置点", "Resettlement right beside permanent farmland"),
                                "0703",
                                "YJJBNTBHTB",
                                "CLEAR",
                                words("只相邻，占用 0.00 ㎡：不涉及", "Only touches, 0.00 m²: not concerned"),
                                words("共用边界不算占用", "A shared border is not an occupation"),
                                0)
                        .finding("PASS permanent-farmland")
                        .with("cropland", 0, 0)
                        .single(),
                Wish.of(
                                "14-sliver",
                                words("边界误差示例", "A digitising error"),
                                "1001",
                                "YJJBNTBHTB",
                                "CONCERNED",
                                words(
                                        "压占不足 1 ㎡且宽不足 0.2 m，按边界误差处理，不作结论",
                                        "Less than 1 m² and 0.2 m wide: a sliver, listed but not judged"),
                                words("边界误差仍计入合计，列在附表", "Slivers stay in every sum and are listed in an annex"),
                                0)
                        .finding("PASS permanent-farmland")
                        .with("cropland", 0, 0.001),
                Wish.of(
                                "15-two-years",
                                words("厂区扩建", "Extension of a works"),
                                "1001",
                                "DLTB",
                                "CONCERNED",
                                words(
                                        "今天符合；2023 年度这里还是耕地，占用耕地一项有条件符合",
                                        "Conforms today; in the survey of 2023 it was still cropland, and that item conforms conditionally"),
                                words("换一个生效时点再问，或用“对比”看两年", "Ask for another in-force date, or compare the two years"),
                                45)
                        .finding("PASS detailed-plan-use")
                        .figures("1.40", "50", "18", "36", "")
                        .with("KGDK:1001", 0.999999999, 1.01)
                        .with("CZKFBJ:410", 0.999999999, 1.01)
                        .with("cropland", 0, 0)
                        .with("was-cropland", 0.3, 1.01));
    }
}
