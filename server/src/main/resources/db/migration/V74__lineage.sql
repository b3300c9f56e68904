-- Which submission made a version of a layer, of what (血缘): features of the version before, but for those delivered.
create table layer_lineage (
    release uuid not null primary key,       -- of layer_release
    layer varchar(40) not null,
    snapshot varchar(64) not null,
    submission uuid not null references submission (id),
    round integer not null,
    base varchar(64),
    delivered varchar(64)                    -- null: features were only taken out
);
create index layer_lineage_snapshot on layer_lineage (layer, snapshot);

-- Warnings that somebody accepted, with the reason: they stay accepted in later rounds.
create table accepted_warning (
    submission uuid not null references submission (id),
    rule varchar(100) not null,
    feature varchar(200) not null,
    reason varchar(500) not null,
    accepted_by varchar(200) not null,
    accepted_at timestamp(6) with time zone not null,
    primary key (submission, rule, feature)
);
