-- The list of sector plans (国土空间专项规划编制目录清单). The row of an entry says how it stands; what happened to it is only added, each
-- time with the whole entry as it stood afterwards: the list as of any moment is read from that.
create table sector_entry (
    code varchar(40) not null primary key,
    significant varchar(12) not null,        -- by these it is shown or not found (contracts 12)
    content text not null,                   -- JSON of the entry
    changed_at timestamp(6) with time zone not null
);

create table sector_event (
    code varchar(40) not null references sector_entry (code),
    number integer not null,
    act varchar(12) not null,                -- ADD, CHANGE, STRIKE, MOVE, CHECK, APPROVE, STORE
    actor varchar(200) not null,
    proposed_by varchar(200),                -- of acts of two persons
    at timestamp(6) with time zone not null,
    reason varchar(1000) not null,
    content text not null,
    primary key (code, number)
);
create index sector_event_at on sector_event (at);

-- A published version of the list of a year; its text lies in long_text, sector-list/<year>/<number>.
create table sector_list (
    list_year integer not null,
    number integer not null,
    published_at timestamp(6) with time zone not null,
    published_by varchar(200) not null,
    words varchar(1000) not null,
    entries integer not null,
    hash varchar(64) not null,
    primary key (list_year, number)
);
