package org.cuntu.business.planning.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cuntu.business.planning.internal.FunctionMaking.Part;
import org.cuntu.business.planning.internal.FunctionMaking.Table;
import org.cuntu.business.planning.internal.FunctionMaking.Township;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.Languages;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Main functions by township over HTTP: the table, a place, and the table as a file. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/planning/functions")
class FunctionController {
    private final FunctionFile file;
    private final FunctionMaking making;
    private final PlanMoment moments;
    private final PlanningWords words;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    FunctionController(
            FunctionFile file,
            FunctionMaking making,
            PlanMoment moments,
            PlanningWords words,
            ProofLog proof,
            CurrentActor actor,
            TransactionTemplate transaction) {
        this.file = file;
        this.making = making;
        this.moments = moments;
        this.words = words;
        this.proof = proof;
        this.actor = actor;
        this.transaction = transaction;
    }

    @GetMapping
    @Requires("planning:function:read")
    ResponseEntity<Map<String, @Nullable Object>> list(@RequestParam(defaultValue = "") String asOf) {
        PlanMoment.At at = moments.of(asOf);
        Optional<Table> found = making.at(at.day());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("day", at.day().toString());
        tree.put("layer", file.layer());
        tree.put("layerName", words.layer(file.layer()));
        tree.put("townshipLayer", file.townships());
        tree.put("zones", file.zones());
        tree.put("overlays", file.overlays());
        tree.put("answered", found.isPresent());
        tree.put("townshipHash", found.map(Table::townshipHash).orElse(null));
        tree.put("zoneHash", found.map(Table::zoneHash).orElse(null));
        tree.put("area", found.map(table -> table.area().toString()).orElse(null));
        tree.put("counties", found.map(this::counties).orElse(List.of()));
        return answer(tree);
    }

    private List<Map<String, Object>> counties(Table table) {
        Map<String, List<Township>> byCounty = new TreeMap<>();
        for (Township township : table.townships()) {
            String code = township.code();
            String county = code.length() > Counties.DIGITS ? code.substring(0, Counties.DIGITS) : code;
            byCounty.computeIfAbsent(county, key -> new ArrayList<>()).add(township);
        }
        List<Map<String, Object>> counties = new ArrayList<>();
        byCounty.forEach((county, townships) -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("code", county);
            tree.put("name", words.division(county));
            tree.put(
                    "area",
                    townships.stream()
                            .map(Township::area)
                            .reduce(Area.ZERO, Area::plus)
                            .toString());
            tree.put("townships", townships.stream().map(this::township).toList());
            counties.add(tree);
        });
        return counties;
    }

    private Map<String, Object> township(Township township) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", township.code());
        tree.put("name", named(township));
        tree.put("features", township.features());
        tree.put("area", township.area().toString());
        tree.put("main", township.main());
        tree.put(
                "parts",
                township.parts().stream()
                        .map(part -> Map.of(
                                "zone",
                                part.zone(),
                                "overlay",
                                part.overlay(),
                                "area",
                                part.area().toString()))
                        .toList());
        return tree;
    }

    private Map<String, String> named(Township township) {
        Map<String, String> known = words.division(township.code());
        return township.code().equals(known.get("zh")) ? Map.of("zh", township.name(), "en", township.name()) : known;
    }

    /** Which main function a place has; a read. */
    @GetMapping("/at")
    @Requires("planning:function:read")
    ResponseEntity<Map<String, @Nullable Object>> place(
            @RequestParam double lon, @RequestParam double lat, @RequestParam(defaultValue = "") String asOf) {
        boolean possible = StrictMath.abs(lon) <= 180 && StrictMath.abs(lat) <= 90;
        if (!possible) throw LineCandidates.refused("planning.drawn", "what", lon + " " + lat);
        PlanMoment.At at = moments.of(asOf);
        FunctionMaking.Said said = making.at(lon, lat, at.day()).orElse(null);
        transaction.executeWithoutResult(status -> proof.append(
                new ProofAct(actor.id(), "planning:function:identify", file.layer(), null).on(Box.point(lon, lat))));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("answered", said != null);
        if (said != null) {
            tree.put("township", said.township());
            tree.put("name", said.township() == null ? said.name() : words.division(said.township()));
            tree.put("zone", said.zone());
            tree.put("overlay", said.overlay());
            tree.put("hash", said.hash());
        }
        return answer(tree);
    }

    @GetMapping("/table")
    @Requires("planning:function:read")
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        PlanMoment.At at = moments.of(asOf);
        Locale locale = Languages.of(request);
        List<List<String>> rows = new ArrayList<>();
        for (Township township : making.at(at.day()).map(Table::townships).orElse(List.of()))
            rows.addAll(rows(township, locale));
        ResponseEntity<byte[]> answer = new PlanWorkbook(
                        "main-functions-" + at.day(),
                        PlanWords.in(locale, "as-of") + " " + at.day(),
                        List.of(new PlanWorkbook.Sheet(
                                PlanWords.in(locale, "functions.title"),
                                List.of(
                                        PlanWords.in(locale, "column.code"),
                                        PlanWords.in(locale, "functions.township"),
                                        PlanWords.in(locale, "functions.zone"),
                                        PlanWords.in(locale, "functions.overlay"),
                                        PlanWords.in(locale, "column.area"),
                                        PlanWords.in(locale, "functions.share")),
                                List.of(4, 5),
                                rows)))
                .answer(format);
        transaction.executeWithoutResult(status -> proof.append(
                new ProofAct(actor.id(), "planning:function:export", at.day().toString(), null)));
        return answer;
    }

    private List<List<String>> rows(Township township, Locale locale) {
        boolean english = PlanWords.isEnglish(locale);
        List<Share> shares = Apportionment.shares(township.parts().stream()
                .mapToLong(part -> part.area().hundredths())
                .toArray());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < township.parts().size(); i++) {
            Part part = township.parts().get(i);
            String zone = file.zones().stream()
                    .filter(each -> each.id().equals(part.zone()))
                    .map(each -> english ? each.en() : each.zh())
                    .findFirst()
                    .orElse("–");
            String overlay = file.overlays().stream()
                    .filter(each -> each.id().equals(part.overlay()))
                    .map(each -> english ? each.en() : each.zh())
                    .findFirst()
                    .orElse("");
            rows.add(List.of(
                    township.code(),
                    Objects.requireNonNullElse(named(township).get(english ? "en" : "zh"), township.code()),
                    zone,
                    overlay,
                    part.area().toString(),
                    shares.get(i).toString()));
        }
        return rows;
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
