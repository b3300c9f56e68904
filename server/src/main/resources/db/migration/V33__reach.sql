-- In which division a record lies and how it is classified: by these it is shown or not found (contracts 12).
create table review_reach (
  review         varchar(10) not null primary key references review (id) on delete cascade,
  division       varchar(12) not null,
  classification integer not null
);
create table batch_reach (
  batch          varchar(10) not null primary key references batch (id) on delete cascade,
  division       varchar(12) not null,
  classification integer not null
);
