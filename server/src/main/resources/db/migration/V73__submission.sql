-- Submissions (汇交): what was delivered for a layer, the rounds of mending, and every step with its result. The row of a submission
-- says where it stands; files, rounds, steps and accepted warnings are only added.
create table intake_lock (id integer not null primary key);
insert into intake_lock (id) values (1);

create table submission (
    id uuid not null primary key,
    number varchar(40) not null unique,      -- period-division-serial, for example 2026-Q3-450203-001
    layer varchar(40) not null,
    division varchar(12) not null,           -- six digits; the city's own code: the whole layer
    significant varchar(12) not null,        -- by these it is shown or not found (contracts 12)
    classification integer not null,
    period varchar(10) not null,
    kind varchar(12) not null,
    in_force_from date not null,             -- of an end: the first day no longer in force
    target uuid,                             -- the entry that a withdrawal withdraws
    source varchar(1000) not null,
    crs varchar(40),
    ground varchar(20),
    invented boolean not null,
    submitted_by varchar(200) not null,
    unit varchar(200) not null,
    submitted_at timestamp(6) with time zone not null,
    state varchar(12) not null,
    round integer not null,
    deadline date,                           -- of mending; null while nothing is to be mended
    task uuid,                               -- what works, or worked last, on it
    changed_at timestamp(6) with time zone not null
);
create index submission_changed on submission (changed_at);
create index submission_layer on submission (layer, state);
create index submission_division on submission (significant, state);

create table submission_file (
    submission uuid not null references submission (id),
    round integer not null,
    position integer not null,
    role varchar(10) not null,               -- WHOLE, ADDED, CHANGED, REMOVED, PAPER
    sha256 varchar(64) not null,
    name varchar(200) not null,
    size bigint not null,
    primary key (submission, round, position)
);
create index submission_file_hash on submission_file (sha256);

-- What was made of a round's files: the snapshots, and the check.
create table submission_round (
    submission uuid not null references submission (id),
    round integer not null,
    begun_by varchar(200) not null,
    begun_at timestamp(6) with time zone not null,
    base varchar(64),                        -- the version that it stands on
    delivered varchar(64),                   -- the delivered features
    part varchar(64),                        -- the division's new state: what is checked
    candidate varchar(64),                   -- the layer's new version: what is released
    run uuid,
    features bigint,
    refusing bigint,
    warnings bigint,
    score double precision,
    comparison text,                         -- with the version before, JSON
    primary key (submission, round)
);

create table submission_step (
    submission uuid not null references submission (id),
    number integer not null,
    round integer not null,
    step varchar(10) not null,
    outcome varchar(10) not null,
    began_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    actor varchar(200) not null,
    words varchar(1000),
    figures text not null,                   -- JSON
    problems text,                           -- JSON
    primary key (submission, number)
);
