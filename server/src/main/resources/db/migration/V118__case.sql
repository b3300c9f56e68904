-- Cases (办件). The row of a case says where it stands; form versions, materials, opinions, suspensions, events are only added.
-- The form and the site lie in long_text, case/<id>/form/<version> and case/<id>/site/<hash>. Due dates are stored, so that lists
-- need no calendar; whether a light is yellow or red follows from them and today.
create table case_lock (id integer not null primary key);
insert into case_lock (id) values (1);

create table case_number (
    name varchar(40) not null,
    of_year integer not null,
    last_given integer not null,
    primary key (name, of_year)
);

create table case_file (
    id uuid not null primary key,
    number varchar(60) unique,
    matter varchar(40) not null,
    matter_hash varchar(64) not null,
    name varchar(200) not null,
    division varchar(12) not null,           -- significant digits; by these it is shown or not found (contracts 12)
    state varchar(14) not null,
    parent uuid references case_file (id),
    origin varchar(10) not null,
    of_result varchar(100),
    applicant_kind varchar(10) not null,
    applicant_name varchar(200) not null,
    applicant_number varchar(40) not null,
    applicant_phone varchar(40) not null,
    applicant_account varchar(200),
    created_by varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    submitted_at timestamp(6) with time zone,
    accepted_at timestamp(6) with time zone,
    decided_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    applied_on date,
    tell_on date,                            -- opening day of the limit for telling what is missing
    tell_due date,
    opened_on date,                          -- opening day of the clocks: not counted
    statutory_limit integer not null,        -- the extension in it
    promised_limit integer not null,
    statutory_due date,                      -- null: not open, suspended, or a year without a calendar
    statutory_warn date,
    promised_due date,
    promised_warn date,
    unknown_year integer not null,
    suspended boolean not null,
    correcting boolean not null,             -- 补正 after acceptance
    corrections integer not null,            -- rounds
    urged boolean not null,
    deferred boolean not null,               -- some material is promised and not there
    deferred_due date,
    decision varchar(10),
    decided_used integer,                    -- working days of the promised clock up to the decision
    decided_early boolean,                   -- not later than promised
    form_version integer not null,
    site_hash varchar(64),
    site_area bigint,                        -- whole 0.01 m²
    west double precision,
    south double precision,
    east double precision,
    north double precision,
    review varchar(40),
    review_hash varchar(64),
    review_conclusion varchar(20),
    review_conflicts integer not null,
    review_unanswered integer not null,
    review_at timestamp(6) with time zone,
    review_site varchar(64),
    farmland boolean not null,
    major boolean not null,
    result varchar(100),
    paper boolean not null,
    changed_at timestamp(6) with time zone not null
);
create index case_file_state on case_file (state, division);
create index case_file_parent on case_file (parent);
create index case_file_account on case_file (applicant_account, created_at);
create index case_file_creator on case_file (created_by, created_at);
create index case_file_created on case_file (created_at);
create index case_file_tell on case_file (tell_due, state);
create index case_file_matter on case_file (matter, state);
create index case_file_west on case_file (west);
create index case_file_decided on case_file (decided_at);

create table case_form (
    case_id uuid not null references case_file (id),
    version integer not null,
    sha256 varchar(64) not null,
    by_whom varchar(200) not null,
    at timestamp(6) with time zone not null,
    primary key (case_id, version)
);

create table case_material (
    case_id uuid not null references case_file (id),
    material varchar(60) not null,
    version integer not null,                -- the last one holds
    state varchar(10) not null,              -- GIVEN, DEFERRED, PROMISED, REMOVED
    sha256 varchar(64),
    file_name varchar(200),
    size bigint,
    due date,                                -- of a deferral the day by which it comes, of a promise the day of the check
    checked_by varchar(200),
    checked_at timestamp(6) with time zone,
    by_whom varchar(200) not null,
    at timestamp(6) with time zone not null,
    primary key (case_id, material, version)
);

create table case_task (
    id uuid not null primary key,
    case_id uuid not null references case_file (id),
    step varchar(60) not null,
    kind varchar(10) not null,
    unit varchar(60),
    division varchar(12) not null,
    holder varchar(200),
    open boolean not null,
    arrived_at timestamp(6) with time zone not null,
    opened_on date not null,
    step_limit integer not null,
    due_on date,
    warn_on date,
    unknown_year integer not null,
    done_at timestamp(6) with time zone,
    done_by varchar(200),
    conclusion varchar(10)                   -- null with done_at: it was sent back or ended with its case
);
create index case_task_case on case_task (case_id, arrived_at);
create index case_task_open on case_task (open, due_on);
create index case_task_unit on case_task (open, unit, kind);
create index case_task_holder on case_task (holder, open);
create index case_task_done on case_task (done_by, done_at);

create table case_opinion (
    id uuid not null primary key,
    case_id uuid not null references case_file (id),
    task uuid,
    step varchar(60) not null,
    conclusion varchar(10) not null,
    words text not null,
    by_whom varchar(200) not null,
    lent_by varchar(1000) not null,          -- accounts, by blanks
    corrects uuid,
    back varchar(60),
    at timestamp(6) with time zone not null,
    leaf varchar(64) not null
);
create index case_opinion_case on case_opinion (case_id, at);

create table case_suspension (
    id uuid not null primary key,
    case_id uuid not null references case_file (id),
    reason varchar(60) not null,
    words text not null,
    statutory boolean not null,              -- whether it stops the statutory clock
    promised boolean not null,
    from_on date not null,
    to_on date,                              -- null: it lasts
    begun_by varchar(200) not null,
    begun_at timestamp(6) with time zone not null,
    ended_by varchar(200),
    ended_at timestamp(6) with time zone
);
create index case_suspension_case on case_suspension (case_id, begun_at);

create table case_extension (
    case_id uuid not null primary key references case_file (id),
    days integer not null,
    reason varchar(2000) not null,
    by_whom varchar(200) not null,
    at timestamp(6) with time zone not null
);

-- Yellow and red lights that were seen: each once a clock and due date.
create table case_light (
    case_id uuid not null references case_file (id),
    subject varchar(40) not null,            -- STATUTORY, PROMISED, or the task
    light varchar(10) not null,
    due_on date not null,
    at timestamp(6) with time zone not null,
    primary key (case_id, subject, light, due_on)
);

-- What was said about a case besides opinions: 督办, 申辩, 有责或无责.
create table case_remark (
    id uuid not null primary key,
    case_id uuid not null references case_file (id),
    kind varchar(12) not null,               -- URGE, EXPLANATION, JUDGEMENT
    words varchar(2000) not null,
    responsible boolean,
    by_whom varchar(200) not null,
    at timestamp(6) with time zone not null
);
create index case_remark_case on case_remark (case_id, at);

create table case_review (
    case_id uuid not null references case_file (id),
    review varchar(40) not null,
    hash varchar(64) not null,
    conclusion varchar(20) not null,
    conflicts integer not null,
    unanswered integer not null,
    at timestamp(6) with time zone not null,
    site varchar(64) not null,
    primary key (case_id, review)
);

create table case_drift (
    id uuid not null primary key,
    case_id uuid not null references case_file (id),
    cause varchar(200) not null,
    conclusion_before varchar(20) not null,
    conclusion_after varchar(20) not null,
    changes text not null,                   -- JSON: layer or rule, area before and after
    hash varchar(64) not null,               -- of the answer after: the same one is not told again
    at timestamp(6) with time zone not null
);
create index case_drift_case on case_drift (case_id, at);

create table case_follow (
    account varchar(200) not null,
    case_id uuid not null references case_file (id),
    at timestamp(6) with time zone not null,
    primary key (account, case_id)
);

create table case_event (
    id uuid not null primary key,
    case_id uuid not null references case_file (id),
    position integer not null,
    what varchar(20) not null,
    step varchar(60),
    by_whom varchar(200) not null,
    words varchar(2000) not null,
    at timestamp(6) with time zone not null,
    leaf varchar(64) not null,
    unique (case_id, position)
);
