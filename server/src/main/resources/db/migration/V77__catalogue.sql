-- Reminders of the catalogue: one a layer, day and kind, whichever node is the first to see that it is time. Only ever added to.
create table catalogue_notice (
  id        uuid primary key,
  layer     varchar(50) not null,
  kind      varchar(20) not null,
  due_on    date not null,
  unit      varchar(100) not null,
  divisions varchar(1000) not null,
  made_at   timestamp(6) with time zone not null
);
create unique index catalogue_notice_once on catalogue_notice (layer, kind, due_on);
create index catalogue_notice_made on catalogue_notice (made_at);
insert into lease (name, holder, held_until) values ('catalogue-reminders', '', timestamp with time zone '1970-01-01 00:00:00+00');
