-- The register of village plans (村庄规划台账). The row says how it stands; what happened is only added, with the whole row each time.
create table village_plan (
    code varchar(12) not null primary key,
    content text not null,                   -- JSON
    changed_at timestamp(6) with time zone not null
);

create table village_plan_event (
    code varchar(12) not null references village_plan (code),
    number integer not null,
    actor varchar(200) not null,             -- who decided
    proposed_by varchar(200) not null,
    at timestamp(6) with time zone not null,
    reason varchar(1000) not null,
    content text not null,
    primary key (code, number)
);
create index village_plan_event_at on village_plan_event (at);
