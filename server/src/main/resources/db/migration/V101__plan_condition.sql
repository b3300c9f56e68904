-- Plan-condition sheets (规划条件). A sheet's content is written once; the row says how it stands, and what happened is only added.
create table plan_condition_lock (id integer not null primary key);
insert into plan_condition_lock (id) values (1);

create table plan_condition (
    id uuid not null primary key,
    number varchar(40) unique,               -- given when it is issued, never again
    name varchar(200) not null,
    purpose varchar(40) not null,
    applicant varchar(200) not null,
    unit varchar(100) not null,
    plots varchar(2000) not null,            -- numbers, by a line each
    division varchar(12) not null,           -- of its ground; the city's own code where no division says
    significant varchar(12) not null,
    classification integer not null,
    area bigint not null,                    -- LegalArea, whole 0.01 m²
    as_of date not null,
    known timestamp(6) with time zone not null,
    snapshot varchar(64) not null,           -- version of the plots that it copies
    content text not null,                   -- canonical JSON (RFC 8785)
    hash varchar(64) not null,               -- SHA-256 of it
    ground text not null,                    -- GeoJSON of each plot, EPSG:4490
    part text,                               -- GeoJSON of what was drawn; null: whole plots
    searched varchar(3000) not null,         -- lower case
    state varchar(12) not null,              -- DRAFT, DISCARDED, ISSUED, REPLACED, WITHDRAWN, REVOKED
    drafted_by varchar(200) not null,
    lent_by varchar(1000) not null,          -- accounts that lent the drafter the right, by blanks
    drafted_at timestamp(6) with time zone not null,
    issued_by varchar(200),
    issued_on date,
    valid_until date,                        -- first day no longer valid
    replaces uuid references plan_condition (id),
    invented boolean not null,
    changed_at timestamp(6) with time zone not null
);
create index plan_condition_changed on plan_condition (changed_at);
create index plan_condition_state on plan_condition (state, significant);

create table plan_condition_act (
    sheet uuid not null references plan_condition (id),
    number integer not null,
    act varchar(12) not null,                -- DRAFT, DISCARD, ISSUE, REPLACE, WITHDRAW, REVOKE, MARK
    actor varchar(200) not null,
    at timestamp(6) with time zone not null,
    words varchar(1000) not null,
    primary key (sheet, number)
);

-- What a version of the plots says otherwise than an issued sheet; empty: nothing. Found once a sheet and version.
create table plan_condition_check (
    sheet uuid not null references plan_condition (id),
    snapshot varchar(64) not null,
    changes text not null,                   -- JSON
    at timestamp(6) with time zone not null,
    primary key (sheet, snapshot)
);
