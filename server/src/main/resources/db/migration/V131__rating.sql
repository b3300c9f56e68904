-- 好差评: one for each case, added to once; its own id is what the bureau sees of it, so that whoever answers does not learn whose it is.
create table publicservice_rating (
    case_id uuid not null primary key,
    id uuid not null unique,
    matter varchar(60) not null,
    division varchar(12) not null,
    level integer not null,
    tags varchar(400) not null,
    words varchar(1000) not null,
    addition varchar(1000),
    given_at timestamp(6) with time zone not null,
    added_at timestamp(6) with time zone,
    call_back_on date,                       -- of the last two levels; null where a year has no calendar
    due_on date,
    answered_by varchar(200),
    answered_at timestamp(6) with time zone,
    answer varchar(2000)
);
create index publicservice_rating_given on publicservice_rating (given_at);
create index publicservice_rating_due on publicservice_rating (level, due_on);

-- Cases that came to their end, counted once each: what rates are of.
create table publicservice_ended (
    case_id uuid not null primary key,
    matter varchar(60) not null,
    division varchar(12) not null,
    state varchar(20) not null,
    days integer,                            -- working days used of the promised limit; null: no such clock
    ended_at timestamp(6) with time zone not null
);
create index publicservice_ended_at on publicservice_ended (ended_at);
