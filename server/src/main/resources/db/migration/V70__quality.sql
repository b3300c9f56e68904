-- Quality checks (质检): runs, what each rule found, and the issues with their places. A run without checked_at was begun and is not
-- there; it is removed and made anew.
create table quality_run (
    id uuid not null primary key,
    layer varchar(50) not null,
    snapshot varchar(64) not null,
    as_of date not null,
    previous varchar(64),
    division varchar(12),                -- that delivered; null: the whole city
    features bigint,
    refusing bigint,
    warnings bigint,
    score double precision,
    checked_at timestamp(6) with time zone
);
create index quality_run_snapshot on quality_run (snapshot);

create table quality_rule_count (
    run uuid not null references quality_run (id),
    position integer not null,           -- in the order of the city's file
    rule varchar(100) not null,
    kind varchar(20) not null,
    severity varchar(10) not null,
    title_zh varchar(400) not null,      -- its words as they were then
    title_en varchar(400) not null,
    advice_zh varchar(2000) not null,
    advice_en varchar(2000) not null,
    issues bigint not null,
    primary key (run, position)
);

create table layer_issue (
    run uuid not null references quality_run (id),
    number bigint not null,              -- from 1
    rule varchar(100) not null,
    kind varchar(20) not null,
    severity varchar(10) not null,
    feature varchar(400) not null,
    other varchar(400),
    longitude double precision,          -- degrees, EPSG:4490; null: it has no place
    latitude double precision,
    west double precision,
    south double precision,
    east double precision,
    north double precision,
    area bigint,                         -- 0.01 m²
    length double precision,             -- metres
    value_text varchar(400),
    expected varchar(400),
    outline bytea,                       -- WKB
    primary key (run, number)
);
create index layer_issue_rule on layer_issue (run, rule, number);
