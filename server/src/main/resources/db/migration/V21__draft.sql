-- Sites that somebody is working on: only their owner's. The version rises with each save (two windows, one draft).
create table draft (
    id varchar(10) not null primary key,
    owner varchar(100) not null,
    name varchar(200) not null,
    version integer not null,
    plots integer not null,
    content text not null,               -- plots in EPSG:4490 and the project, JSON; may be no valid site yet
    made_at timestamp(6) with time zone not null,
    saved_at timestamp(6) with time zone not null
);
create index draft_owner on draft (owner, saved_at);
