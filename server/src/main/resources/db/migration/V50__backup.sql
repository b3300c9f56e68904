-- Backups that were made and read again. A row is changed by a later verification and when retention removes the archive.
create table backup_copy (
  id          uuid primary key,
  made_at     timestamp(6) with time zone not null,
  file        varchar(2000) not null,
  size        bigint not null,
  sha256      varchar(64) not null,
  entries     integer not null,
  scheduled   boolean not null,
  made_by     varchar(100) not null,
  took_millis bigint not null,
  log_size    bigint not null,
  verified_at timestamp(6) with time zone not null,
  fault       varchar(100),
  removed_at  timestamp(6) with time zone
);
create index backup_copy_made_at on backup_copy (made_at);

-- one node at a time looks at the timetable
insert into lease (name, holder, held_until) values ('backup-timetable', '', timestamp with time zone '1970-01-01 00:00:00+00');
