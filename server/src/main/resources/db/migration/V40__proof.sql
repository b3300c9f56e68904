-- The proof log with a chosen hash, signed heads, erasable personal values. A log whose hash is changed goes on with a new
-- tree, its next epoch; what was there before stays as it is: epoch 0, SHA-256, heads without a signature.

-- names the log for ever; one row
create table proof_origin (
  name varchar(10) primary key,
  id   varchar(36) not null
);

create table proof_epoch (
  epoch     integer primary key,
  hash      varchar(10) not null,
  start_idx bigint not null,
  begun_at  timestamp(6) with time zone not null
);
insert into proof_epoch (epoch, hash, start_idx, begun_at)
select 0, 'SHA-256', 0, min(at) from proof_entry having count(*) > 0;

alter table proof_entry add column hash varchar(10) default 'SHA-256' not null;
-- the ground that an act showed or touched, degrees; null when it has no place
alter table proof_entry add column west double precision;
alter table proof_entry add column south double precision;
alter table proof_entry add column east double precision;
alter table proof_entry add column north double precision;
create index proof_entry_actor on proof_entry (actor, at);
create index proof_entry_object on proof_entry (object);

create table proof_tree (
  epoch integer not null,
  level integer not null,
  place bigint not null,
  hash  varchar(64) not null,
  primary key (epoch, level, place)
);
insert into proof_tree (epoch, level, place, hash) select 0, level, place, hash from proof_node;
drop table proof_node;

-- size: of the whole log
alter table proof_head add column epoch integer default 0 not null;
alter table proof_head add column key_id varchar(40);
alter table proof_head add column signature varchar(200);

create table proof_key (
  id         varchar(40) primary key,
  algorithm  varchar(10) not null,
  public_key varchar(1000) not null,
  made_at    timestamp(6) with time zone not null,
  leaf       varchar(64) not null
);

-- the values behind the salted hashes of entries; erasing deletes the row
create table proof_personal (
  entry uuid not null,
  name  varchar(40) not null,
  salt  varchar(32) not null,
  content varchar(500) not null,
  primary key (entry, name)
);
create index proof_personal_value on proof_personal (content);

create table proof_erasure (
  id         uuid primary key,
  reason     varchar(500) not null,
  asked_by   varchar(100) not null,
  asked_at   timestamp(6) with time zone not null,
  state      varchar(10) not null,
  decided_by varchar(100),
  decided_at timestamp(6) with time zone,
  digest     varchar(64) not null,
  items      integer not null
);
create table proof_erasure_item (
  erasure uuid not null,
  entry   uuid not null,
  name    varchar(40) not null,
  primary key (erasure, entry, name)
);

-- viewings that are open: what is known of them when their process is killed
create table proof_viewing (
  id      uuid primary key,
  node    varchar(40) not null,
  actor   varchar(100) not null,
  act     varchar(100) not null,
  object  varchar(500) not null,
  hour_at timestamp(6) with time zone not null,
  looks   bigint not null,
  west    double precision not null,
  south   double precision not null,
  east    double precision not null,
  north   double precision not null
);

-- what witnesses said when they were handed a head
create table proof_receipt (
  id        uuid primary key,
  channel   varchar(20) not null,
  target    varchar(500) not null,
  size      bigint not null,
  root      varchar(64) not null,
  handed_at timestamp(6) with time zone not null,
  taken     boolean not null,
  receipt   varchar(1000) not null
);
create index proof_receipt_handed_at on proof_receipt (channel, target, handed_at);

-- heads of other units, of which this installation is the witness
create table proof_witnessed (
  log         varchar(36) not null,
  epoch       integer not null,
  size        bigint not null,
  root        varchar(64) not null,
  head        varchar(1000) not null,
  key_id      varchar(40) not null,
  signature   varchar(200) not null,
  received_at timestamp(6) with time zone not null,
  primary key (log, epoch, size)
);
