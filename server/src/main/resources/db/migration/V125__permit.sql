-- Certificates (证照) that cases end with. What a certificate says is written once; the row says how it stands, and what happened is only added.
create table permit_lock (id integer not null primary key);
insert into permit_lock (id) values (1);

-- The last number given by leading word, issuing county and calendar year; its row is held by whoever takes the next.
create table permit_serial (
    lead_word varchar(20) not null,
    division varchar(6) not null,
    calendar_year integer not null,
    last_given integer not null,
    primary key (lead_word, division, calendar_year)
);

create table permit (
    id uuid not null primary key,
    number varchar(60) not null unique,
    matter varchar(60) not null,
    matter_hash varchar(64) not null,
    case_id uuid not null unique,            -- a case has one certificate
    case_number varchar(60) not null,
    project varchar(200) not null,
    holder_kind varchar(10) not null,        -- natural, legal, agency
    holder varchar(200) not null,            -- personal where natural: shown masked
    holder_account varchar(200),
    division varchar(12) not null,           -- significant digits
    area bigint not null,                    -- LegalArea of the site, whole 0.01 m²; 0: no site
    site text,                               -- FeatureCollection, EPSG:4490
    site_hash varchar(64) not null,
    content text not null,                   -- canonical JSON (RFC 8785)
    hash varchar(64) not null,               -- SHA-256 of it
    issued_on date not null,
    valid_until date,                        -- first day no longer valid; null: without end
    state varchar(12) not null,              -- VALID, CHANGED, EXTENDED, REPLACED, WITHDRAWN, REVOKED, CANCELLED
    version_of uuid references permit (id),
    origin varchar(12) not null,             -- NEW, CHANGE, EXTENSION, REISSUE
    issued_by varchar(200) not null,
    paper varchar(64),                       -- kept file; null: not made yet
    invented boolean not null,
    searched varchar(1000) not null,         -- lower case; nothing personal
    changed_at timestamp(6) with time zone not null
);
create index permit_changed on permit (changed_at);
create index permit_state on permit (state, division);
create index permit_version on permit (version_of);

-- Every number that was given, for ever; a voided one keeps its reason.
create table permit_number (
    number varchar(60) not null primary key,
    permit uuid not null references permit (id),
    given_at timestamp(6) with time zone not null,
    voided_by varchar(200),
    voided_at timestamp(6) with time zone,
    reason varchar(1000)
);
create index permit_number_permit on permit_number (permit);

create table permit_act (
    permit uuid not null references permit (id),
    number integer not null,
    act varchar(12) not null,                -- ISSUE, PRINT, CHANGE, EXTEND, REPLACE, VOID, WITHDRAW, REVOKE, CANCEL
    actor varchar(200) not null,
    at timestamp(6) with time zone not null,
    ground varchar(60) not null,             -- of permitting.yaml; empty: none
    words varchar(1000) not null,
    primary key (permit, number)
);
