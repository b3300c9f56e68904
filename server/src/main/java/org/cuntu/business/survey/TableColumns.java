package org.cuntu.business.survey;

/** What the columns of a table are. In each the columns without a parent add up to the row's total. */
public enum TableColumns {
    /** 三大类: 农用地, 建设用地, 未利用地. */
    THREE,
    /** 一级类, with 00 湿地, the table 一级分类面积汇总表. */
    FIRST,
    /** 一级类 with their 二级类, the table 二级分类面积汇总表. */
    SECOND,
    /** As SECOND, and the codes with a suffix (K 可调整, A) as 其中, which are in their class and in no sum of their own. */
    FULL,
    /** 权属性质: 国有 and 集体, each with its codes. */
    OWNERSHIP,
    /** 城镇村属性: 城镇村及工矿用地 with its codes, and the ground without one. */
    TOWN,
    /** 耕地坡度级别, of cropland alone. */
    SLOPE,
    /** 种植属性, of cropland alone. */
    PLANTING
}
