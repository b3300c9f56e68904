-- Planning (规划管控线): proposals to change a line, assigned targets, and who is told. The row of a proposal says where it stands;
-- rounds, files, steps and targets are only added. What was drawn and what was found lie in long_text, planning/<id>/<round>/…
create table planning_lock (id integer not null primary key);
insert into planning_lock (id) values (1);

create table planning_proposal (
    id uuid not null primary key,
    number varchar(40) not null unique,      -- TZ-year-division-serial
    layer varchar(40) not null,
    division varchar(12) not null,
    significant varchar(12) not null,        -- by these it is shown or not found (contracts 12)
    classification integer not null,
    title varchar(200) not null,
    ground varchar(60) not null,
    reason varchar(2000) not null,
    in_force_from date not null,
    invented boolean not null,
    proposed_by varchar(200) not null,
    unit varchar(200) not null,
    proposed_at timestamp(6) with time zone not null,
    state varchar(12) not null,
    step integer not null,
    round integer not null,
    task uuid,
    released varchar(64),                    -- the version that it became
    changed_at timestamp(6) with time zone not null
);
create index planning_proposal_changed on planning_proposal (changed_at);
create index planning_proposal_layer on planning_proposal (layer, state);

create table planning_round (
    proposal uuid not null references planning_proposal (id),
    round integer not null,
    begun_by varchar(200) not null,
    begun_at timestamp(6) with time zone not null,
    crs varchar(40),
    base varchar(64),                        -- the version that it stands on
    candidate varchar(64),                   -- the line's new version
    primary key (proposal, round)
);

create table planning_file (
    proposal uuid not null references planning_proposal (id),
    round integer not null,
    position integer not null,
    role varchar(10) not null,               -- ADDED, CHANGED, REMOVED, DOCUMENT
    type varchar(60),                        -- of a document
    sha256 varchar(64) not null,
    name varchar(200) not null,
    size bigint not null,
    primary key (proposal, round, position)
);

create table planning_step (
    proposal uuid not null references planning_proposal (id),
    number integer not null,
    round integer not null,
    step varchar(10) not null,
    step_of varchar(40),
    outcome varchar(10) not null,
    at timestamp(6) with time zone not null,
    actor varchar(200) not null,
    lent_by varchar(1000) not null,          -- accounts, by blanks
    words varchar(1000),
    problems text not null,                  -- JSON
    primary key (proposal, number)
);

create table planning_target (
    id uuid not null primary key,
    layer varchar(40) not null,
    division varchar(12) not null,
    quantity bigint not null,                -- whole 0.01 m²
    document varchar(200) not null,
    assigned_on date not null,
    in_force_from date not null,
    known_from timestamp(6) with time zone not null,
    invented boolean not null,
    entered_by varchar(200) not null
);
create index planning_target_layer on planning_target (layer, division);

create table planning_notice (
    id uuid not null primary key,
    account varchar(200) not null,
    kind varchar(12) not null,
    proposal uuid not null references planning_proposal (id),
    number varchar(40) not null,
    layer varchar(40) not null,
    review varchar(40) not null,
    review_name varchar(500) not null,
    verdict_before varchar(20),
    verdict_after varchar(20),
    at timestamp(6) with time zone not null,
    read_at timestamp(6) with time zone
);
create index planning_notice_account on planning_notice (account, at);
