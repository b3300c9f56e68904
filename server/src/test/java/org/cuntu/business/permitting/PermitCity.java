package org.cuntu.business.permitting;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterGuide;
import org.cuntu.core.cases.MatterLimits;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.cases.ResultIssuer;
import org.cuntu.core.rules.Article;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.testing.TestApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Cases made by hand for what they end with: a villager's house in 450206, and a preexamination that lasts three years. Cases and matters
 * here are records of the test's own.
 */
abstract class PermitCity {
    static final String COUNTY = "450206";
    static final String HOUSE = "rural-house";
    static final String PREEXAMINATION = "site-preexamination";
    static final Map<UUID, CaseFile> FILES = new ConcurrentHashMap<>();
    static final Map<UUID, List<Opinion>> OPINIONS = new ConcurrentHashMap<>();
    static final List<String> ARRIVED = new java.util.concurrent.CopyOnWriteArrayList<>();
    private static final InForce ALWAYS = new InForce(java.time.LocalDate.EPOCH, null, null);

    abstract TestApplication application();

    static TestApplication start(java.nio.file.Path home, boolean onPostgres, List<String> settings) {
        TestApplication started = TestApplication.startWith(home, onPostgres, settings, PermitCity::beans);
        person(started, "keeper", List.of("certificate-officer"), "");
        person(started, "head", List.of("certificate-head"), "");
        person(started, "both", List.of("certificate-officer", "certificate-head"), "");
        person(started, "north", List.of("certificate-officer", "certificate-head"), "450223");
        return started;
    }

    private static void beans(GenericApplicationContext context) {
        context.registerBean("casesOfTests", Cases.class, PermitCity::cases, bean -> bean.setPrimary(true));
        context.registerBean("mattersOfTests", Matters.class, PermitCity::matters, bean -> bean.setPrimary(true));
    }

    private static Cases cases() {
        return (Cases) Proxy.newProxyInstance(
                Cases.class.getClassLoader(), new Class<?>[] {Cases.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "get" -> FILES.get((UUID) args[0]);
                        case "listOpinions" -> OPINIONS.getOrDefault((UUID) args[0], List.of());
                        case "clocks" -> List.of();
                        case "arrived" -> ARRIVED.add(args[0] + " " + args[1]);
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == args[0];
                        case "toString" -> "cases of tests";
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static Matters matters() {
        return new Matters() {
            @Override
            public List<Matter> list(java.time.LocalDate day) {
                return List.of(house(), preexamination());
            }

            @Override
            public Optional<Matter> find(String code) {
                return list(java.time.LocalDate.EPOCH).stream()
                        .filter(matter -> matter.code().equals(code))
                        .findFirst();
            }

            @Override
            public Matter get(String code, String hash) {
                return find(code).orElseThrow();
            }
        };
    }

    private static void person(TestApplication application, String id, List<String> roles, String division) {
        application
                .bean(Accounts.class)
                .create(new Accounts.NewAccount(id, id, "u", roles, "Seven red tractors 7", true));
        application
                .jdbc()
                .sql("update role_grant set division = :division where account = :id")
                .param("division", division)
                .param("id", id)
                .update();
        application
                .jdbc()
                .sql("update account set stamp = stamp + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void anew() {
        application().jdbc().sql("update permit set version_of = null").update();
        for (String table : List.of(
                "permit_act",
                "permit_number",
                "permit",
                "permit_serial",
                "survey_result",
                "site_visit_photo",
                "site_visit",
                "candidate_sites"))
            application().jdbc().sql("delete from " + table).update();
        ARRIVED.clear();
    }

    static Matter house() {
        return matter(HOUSE, new MatterResult("permit", "乡字第", "{lead}{division}{year}{serial:5}号", 0, null, fields()));
    }

    static Matter preexamination() {
        return matter(
                PREEXAMINATION,
                new MatterResult("permit", "用字第", "{lead}{division}{year}{serial:5}号", 36, null, List.of()));
    }

    /** Needs a preexamination that holds. */
    static Matter landUse() {
        return matter(
                "land-use-permit",
                new MatterResult("permit", "地字第", "{lead}{division}{year}{serial:5}号", 0, PREEXAMINATION, List.of()));
    }

    private static List<MatterResult.Field> fields() {
        return List.of(
                new MatterResult.Field(new Words("建设规模", "Size"), "form:size"),
                new MatterResult.Field(new Words("建设位置", "Place"), "site:place"),
                new MatterResult.Field(new Words("用地面积", "Area"), "site:area"));
    }

    static Matter matter(String code, MatterResult result, MatterStep... steps) {
        return new Matter(
                code,
                "0".repeat(64),
                "乡字",
                new Words("乡村建设规划许可证", "Rural planning permit"),
                "rural",
                List.of(new Article("中华人民共和国城乡规划法", "第四十一条", Article.Status.UNVERIFIED)),
                ALWAYS,
                List.of("natural", "legal"),
                false,
                List.of(),
                new MatterLimits(20, 10, 5, 10, 10, false),
                List.of(steps),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                "{\"properties\":{\"size\":{\"x-unit\":\"m²\"}}}",
                null,
                result,
                new MatterGuide(new Words("i", "i"), List.of(), List.of(), List.of(), new Words("f", "f")),
                "",
                Map.of(
                        "refusal",
                        new Words(
                                "{applicant}：\n经审查，{reason}。依据：{article}。\n{remedies}",
                                "{applicant}:\n{reason}. Basis: {article}.\n{remedies}"),
                        "acceptance",
                        new Words("已于 {date} 受理 {matter}（{number}）。", "Accepted on {date}: {matter} ({number}).")));
    }

    /** A case of a villager, decided. @param site null: none */
    static CaseFile file(Matter matter, String name, @Nullable String site) {
        return file(matter, name, site, CaseFile.Origin.NEW, null, "{\"size\":\"120\"}", CaseState.APPROVED);
    }

    static CaseFile file(
            Matter matter,
            String name,
            @Nullable String site,
            CaseFile.Origin origin,
            @Nullable String of,
            String form,
            CaseState state) {
        UUID id = UUID.randomUUID();
        CaseFile file = new CaseFile(
                id,
                "柳自规〔2026〕乡字 " + id.toString().substring(0, 4),
                matter.code(),
                matter.hash(),
                name + " 的住宅",
                new Applicant("natural", name, "450206199001011234", "13800001234", "account-" + name),
                COUNTY,
                state,
                null,
                form,
                site,
                null,
                List.of(),
                origin,
                of,
                "window",
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null);
        FILES.put(id, file);
        return file;
    }

    /** Squares of 0.001° in a row, as a site. */
    static String site(int... places) {
        StringBuilder features = new StringBuilder();
        for (int place : places) {
            String west = "109.4" + String.format("%02d", place);
            String east = "109.4" + String.format("%02d", place + 1);
            if (!features.isEmpty()) features.append(',');
            features.append("{\"type\":\"Feature\",\"properties\":{\"number\":\"")
                    .append(place);
            features.append("\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
            features.append(
                    "[%s,24.3],[%s,24.3],[%s,24.301],[%s,24.301],[%s,24.3]".formatted(west, east, east, west, west));
            features.append("]]}}");
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    ResultIssuer issuer() {
        return application().context().getBeansOfType(ResultIssuer.class).values().stream()
                .filter(each -> each.kind().equals("permit"))
                .findFirst()
                .orElseThrow();
    }

    Permits permits() {
        return application().bean(Permits.class);
    }

    /** Issued by the decider of the case. */
    Permit issued(CaseFile file, Matter matter) {
        String number = as("decider", () -> issuer().issue(file, matter));
        return permits().findIssued(number).orElseThrow();
    }

    Permit now(Permit permit) {
        return permits().findIssued(permit.number()).orElseThrow();
    }

    <T> T as(String person, Supplier<T> work) {
        return application().bean(CurrentActor.class).as(person, work);
    }

    java.time.LocalDate today() {
        return application().bean(CityClock.class).today();
    }
}
