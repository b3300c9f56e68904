-- Unusual acts (等保三级, security-sharing 26): what the look along the log counted and what it noticed. The log itself is only read.

-- how far along the log's numbers the look has come; what was there before this version is not looked through
create table unusual_look (
  name     varchar(10) primary key,
  next_idx bigint not null
);
insert into unusual_look (name, next_idx) select 'log', coalesce(max(idx) + 1, 0) from proof_entry;

-- acts of a person since the beginning of an hour or a day; part: the division, where divisions are counted
create table unusual_count (
  person  varchar(100) not null,
  kind    varchar(20) not null,
  slot_at timestamp(6) with time zone not null,
  part    varchar(12) not null,
  acts    bigint not null,
  primary key (person, kind, slot_at, part)
);
create index unusual_count_slot_at on unusual_count (slot_at);

-- one notice a person, kind and day of the city
create table unusual_act (
  person     varchar(100) not null,
  kind       varchar(20) not null,
  on_day     date not null,
  slot_at    timestamp(6) with time zone not null,
  acts       bigint not null,
  most       bigint not null,
  noticed_at timestamp(6) with time zone not null,
  leaf       varchar(64) not null,
  primary key (person, kind, on_day)
);
create index unusual_act_noticed_at on unusual_act (noticed_at);
