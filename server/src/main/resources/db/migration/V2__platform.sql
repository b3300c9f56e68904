-- Everything in UTC, microseconds. Tables of the proof log and of releases are only ever added to;
-- proof_entry.idx is set once, by the sequencer.

create table proof_entry (
  id     uuid primary key,
  leaf   varchar(64) not null,
  body   bytea not null,
  actor  varchar(100) not null,
  act    varchar(100) not null,
  object varchar(500) not null,
  digest varchar(64),
  at     timestamp(6) with time zone not null,
  idx    bigint
);
create unique index proof_entry_leaf on proof_entry (leaf);
create unique index proof_entry_idx on proof_entry (idx);
create index proof_entry_at on proof_entry (at);

create table proof_node (
  level integer not null,
  place bigint not null,
  hash  varchar(64) not null,
  primary key (level, place)
);

create table proof_head (
  size bigint primary key,
  root varchar(64) not null,
  at   timestamp(6) with time zone not null
);

create table lease (
  name       varchar(50) primary key,
  holder     varchar(100) not null,
  held_until timestamp(6) with time zone not null
);
insert into lease (name, holder, held_until) values ('proof-sequencer', '', timestamp with time zone '1970-01-01 00:00:00+00');

create table kept_file (
  id         uuid primary key,
  sha256     varchar(64) not null,
  size       bigint not null,
  name       varchar(500) not null,
  media_type varchar(200) not null,
  kept_at    timestamp(6) with time zone not null,
  kept_by    varchar(100) not null
);
create index kept_file_sha256 on kept_file (sha256);

create table account (
  id            varchar(64) primary key,
  name          varchar(100) not null,
  unit          varchar(200) not null,
  password_hash varchar(200) not null,
  roles         varchar(1000) not null,
  demo          boolean not null,
  enabled       boolean not null,
  failures      integer not null,
  locked_until  timestamp(6) with time zone,
  created_at    timestamp(6) with time zone not null
);

create table task (
  id           uuid primary key,
  kind         varchar(100) not null,
  params       varchar(100000) not null,
  state        varchar(20) not null,
  done         bigint not null,
  total        bigint,
  unit         varchar(50),
  result       varchar(1000000),
  problems     varchar(1000000),
  incident     varchar(50),
  cancel_asked boolean not null,
  submitted_by varchar(100) not null,
  submitted_at timestamp(6) with time zone not null,
  started_at   timestamp(6) with time zone,
  ended_at     timestamp(6) with time zone
);
create index task_submitted_at on task (submitted_at);

-- db-scheduler's own table
create table scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            bytea,
  execution_time       timestamp(6) with time zone not null,
  picked               boolean not null,
  picked_by            varchar(100),
  last_success         timestamp(6) with time zone,
  last_failure         timestamp(6) with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp(6) with time zone,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

-- the outbox of Spring Modulith
create table event_publication (
  id                     uuid primary key,
  listener_id            varchar(512) not null,
  event_type             varchar(512) not null,
  serialized_event       varchar(1000000) not null,
  publication_date       timestamp(6) with time zone not null,
  completion_date        timestamp(6) with time zone,
  status                 varchar(20),
  completion_attempts    integer,
  last_resubmission_date timestamp(6) with time zone
);
create index event_publication_completion_date on event_publication (completion_date);
