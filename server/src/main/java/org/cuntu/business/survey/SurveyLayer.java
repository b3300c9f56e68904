package org.cuntu.business.survey;

import org.jspecify.annotations.Nullable;

/**
 * A survey whose statistics are made (调查), as the city's {@code survey.yaml} names it: the yearly land survey, or a special one.
 *
 * @param layer the register's code
 * @param scheme the class scheme with its version; null: the class field holds words
 * @param classField the field of the class
 * @param divisionField the code of the village in which a patch lies; null: it is measured where the patches lie
 * @param book the field of the book area ({@code BookArea}), null: the snapshot's own F, rounded patch by patch
 * @param net the field of the class area, which is the book area less what is deducted; null: nothing is deducted
 * @param deductedClass the field of the deducted class; null: it is 1203
 * @param owner ownership (QSXZ), null where the layer has none; so are the following
 * @param town town or village attribute (CZCSXM)
 * @param slope slope class of cropland (GDPDJB)
 * @param planting planting attribute (ZZSXDM)
 * @param approvals the layer of approvals that explain new construction; null: none does
 * @param causeField the field in which a patch names the case or project that changed it; null: none does
 */
public record SurveyLayer(
        String layer,
        String zh,
        String en,
        @Nullable String scheme,
        String classField,
        @Nullable String divisionField,
        @Nullable String book,
        @Nullable String net,
        @Nullable String deductedClass,
        @Nullable String owner,
        @Nullable String town,
        @Nullable String slope,
        @Nullable String planting,
        @Nullable String approvals,
        @Nullable String causeField) {}
