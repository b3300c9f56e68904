package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cuntu.core.catalogue.Catalogue;
import org.cuntu.core.catalogue.CatalogueEntry;
import org.cuntu.core.catalogue.CatalogueEntry.Metadata;
import org.cuntu.core.catalogue.CatalogueEntry.Score;
import org.cuntu.core.catalogue.CatalogueEntry.Version;
import org.cuntu.core.catalogue.CollectionRate;
import org.cuntu.core.catalogue.Cycle;
import org.cuntu.core.catalogue.Named;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.onemap.Timetable;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CityCatalogue implements Catalogue {
    private final Questions questions;
    private final CatalogueFile file;
    private final LayerRegister register;
    private final Timetable timetable;
    private final Organisation organisation;
    private final CityClock clock;

    CityCatalogue(
            Questions questions,
            CatalogueFile file,
            LayerRegister register,
            Timetable timetable,
            Organisation organisation,
            CityClock clock) {
        this.questions = questions;
        this.file = file;
        this.register = register;
        this.timetable = timetable;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public List<CatalogueEntry> list(@Nullable LocalDate asOf, @Nullable String known) {
        Question question = questions.at(asOf, known);
        return question.baseline().layers().stream()
                .filter(layer -> layer.reason() != NotAnsweredReason.NOT_CLEARED)
                .map(layer -> entry(layer, question, List.of()))
                .toList();
    }

    @Override
    public Optional<CatalogueEntry> find(String code, @Nullable LocalDate asOf, @Nullable String known) {
        if (register.findLayer(code).isEmpty()) return Optional.empty();
        Question question = questions.at(asOf, known);
        return question.baseline().layers().stream()
                .filter(layer -> layer.entry().code().equals(code) && layer.reason() != NotAnsweredReason.NOT_CLEARED)
                .map(layer -> entry(layer, question, versions(layer, question)))
                .findFirst();
    }

    @Override
    public CollectionRate collection(@Nullable LocalDate asOf, @Nullable String known) {
        Question question = questions.at(asOf, known);
        Instant first = register.listLayers().stream()
                .flatMap(layer -> question.log(layer.code()).entries().stream())
                .map(ReleaseEntry::knownFrom)
                .min(java.util.Comparator.naturalOrder())
                .orElse(null);
        LocalDate since = first == null ? null : LocalDate.ofInstant(first, clock.zone());
        return new CollectionMaking(
                        question,
                        file.core(),
                        layer -> file.described(layer).duty(question.asOf(), question.asked()),
                        clock.zone(),
                        since)
                .rate();
    }

    private CatalogueEntry entry(Baseline.Layer layer, Question question, List<Version> versions) {
        LayerEntry entry = layer.entry();
        Described described = file.described(entry.code());
        Duty duty = described.duty(question.asOf(), question.asked()).orElse(null);
        SnapshotRef snapshot = layer.snapshot();
        return new CatalogueEntry(
                entry,
                metadata(described, duty, question.asOf()),
                snapshot,
                layer.reason(),
                new FreshnessMaking(question).of(entry, duty, snapshot),
                snapshot == null ? null : score(snapshot.hash(), question),
                snapshot == null ? null : question.coverage(snapshot.hash()).orElse(null),
                snapshot == null ? null : features(snapshot, question),
                Dated.weight(file.core(), entry.code(), question.asOf(), question.asked()),
                versions);
    }

    private static @Nullable Long features(SnapshotRef snapshot, Question question) {
        return question.log(snapshot.layer()).entries().stream()
                .filter(entry -> snapshot.hash().equals(entry.hash()))
                .findFirst()
                .map(ReleaseEntry::features)
                .orElse(null);
    }

    private Metadata metadata(Described described, @Nullable Duty duty, LocalDate asOf) {
        Named unit = organisation
                .findUnit(described.unit(), asOf)
                .or(() -> organisation.findUnit(described.unit(), clock.today()))
                .map(found -> new Named(found.zh(), found.en()))
                .orElse(new Named(described.unit(), described.unit()));
        Period every = duty == null ? null : duty.every();
        return new Metadata(
                described.unit(),
                unit,
                file.provider(),
                file.providerName(),
                described.code().toString(),
                described.group(),
                described.standard(),
                described.description(),
                described.formats(),
                duty == null ? Cycle.OTHER : duty.cycle(),
                every == null ? "" : every.toString(),
                described.share(),
                described.open(),
                described.parents(),
                described.related());
    }

    private static @Nullable Score score(String hash, Question question) {
        return question.run(hash)
                .map(run -> new Score(
                        run.id(), run.score(), question.passes(run), run.refusing(), run.warnings(), run.checkedAt()))
                .orElse(null);
    }

    /** Of a version that stands, until when is the baselines' word at its own first day; the newest first. */
    private List<Version> versions(Baseline.Layer layer, Question question) {
        String code = layer.entry().code();
        LayerLog log = question.log(code);
        Instant known = question.baseline().known();
        List<SnapshotRef> standing = known == null
                ? List.of()
                : timetable.moments(known.toString()).versions().stream()
                        .filter(version -> version.layer().equals(code))
                        .toList();
        List<Version> versions = new ArrayList<>();
        for (ReleaseEntry entry : log.entries().reversed()) {
            SnapshotRef now = standing.stream()
                    .filter(version -> version.knownFrom().equals(entry.knownFrom()))
                    .findFirst()
                    .orElse(null);
            SnapshotRef inForce = layer.snapshot();
            versions.add(new Version(
                    entry,
                    inForce != null && inForce.knownFrom().equals(entry.knownFrom()),
                    now != null,
                    log.withdrawn().contains(entry.id()),
                    now == null ? null : now.inForceTo(),
                    entry.hash() == null ? null : score(entry.hash(), question)));
        }
        return versions;
    }
}
