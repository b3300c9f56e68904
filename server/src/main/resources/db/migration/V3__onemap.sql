-- The releases of layers, by the two clocks (contracts 4). Only ever added to.
create table layer_release (
  id            uuid primary key,
  layer         varchar(50) not null,
  act           varchar(20) not null,
  hash          varchar(64),
  in_force_from date,
  in_force_to   date,
  target        uuid,
  known_from    timestamp(6) with time zone not null,
  features      bigint,
  west          double precision,
  south         double precision,
  east          double precision,
  north         double precision,
  invented      boolean not null,
  source        varchar(1000) not null,
  released_by   varchar(100) not null
);
create unique index layer_release_known_from on layer_release (known_from);
create index layer_release_layer on layer_release (layer);
create index layer_release_hash on layer_release (hash);

-- one row: whoever releases holds it until the commit
create table release_lock (
  id smallint primary key
);
insert into release_lock (id) values (1);

create table demo_city (
  seed    bigint primary key,
  size    varchar(20) not null,
  made_at timestamp(6) with time zone not null,
  notes   varchar(100000) not null
);
