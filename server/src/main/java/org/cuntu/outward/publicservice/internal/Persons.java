package org.cuntu.outward.publicservice.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;

/** Checks what a person says of itself: 居民身份证号 (GB 11643, its check digit), 统一社会信用代码 (GB 32100), a mobile number. */
final class Persons {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Persons() {}

    /** @throws InputRefused with everything that is wrong */
    static void check(String kind, String name, String number, String phone) {
        List<Problem> wrong = new ArrayList<>();
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl))
            wrong.add(Problem.refused("publicservice.name", place("applicant.name")));
        boolean natural = kind.equals("natural");
        if (natural ? !isIdentityNumber(number) : !isCreditCode(number))
            wrong.add(
                    natural
                            ? Problem.refused("publicservice.identity-number", place("applicant.idNumber"))
                            : Problem.refused("publicservice.credit-code", place("applicant.idNumber")));
        if (!phone.matches("1[3-9]\\d{9}")) wrong.add(Problem.refused("publicservice.phone", place("applicant.phone")));
        if (!wrong.isEmpty()) throw new InputRefused(wrong);
    }

    private static Problem.Place place(String field) {
        return Problem.Place.file(field);
    }

    static boolean isIdentityNumber(String number) {
        if (!number.matches("[1-9]\\d{16}[0-9X]")) return false;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % 11) == number.charAt(17);
    }

    static boolean isCreditCode(String code) {
        if (code.length() != 18) return false;
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = CODE.indexOf(code.charAt(i));
            if (value < 0) return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return CODE.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
