-- What a person's account holds beside its name and password (等保三级 8.1.4.1). A stamp rises with every change of what the
-- person may do; whoever keeps a copy of that compares stamps.
alter table account add column must_change boolean default false not null;
alter table account add column password_set_at timestamp(6) with time zone;
alter table account add column signed_in_at timestamp(6) with time zone;
alter table account add column stamp integer default 0 not null;
alter table account add column phone varchar(400);        -- sealed under the home's key
alter table account add column identity_number varchar(400); -- sealed under the home's key
alter table account add column certificate varchar(64);   -- SHA-256 of the client certificate that stands for the person
create unique index account_certificate on account (certificate);
update account set password_set_at = created_at;

create table password_history (
  id      uuid primary key,
  account varchar(64) not null references account (id),
  hash    varchar(200) not null,
  set_at  timestamp(6) with time zone not null
);
create index password_history_account on password_history (account, set_at);

create table second_factor (
  account   varchar(64) primary key references account (id),
  secret    varchar(400),                                 -- sealed under the home's key; null: none is confirmed yet
  new_secret varchar(400),                                -- shown and not yet confirmed by a code; the old one counts till then
  since     timestamp(6) with time zone,
  last_step bigint not null                               -- the newest time step used: an older or equal one is refused
);

create table recovery_code (
  account varchar(64) not null references account (id),
  hash    varchar(64) not null,
  used_at timestamp(6) with time zone,
  primary key (account, hash)
);

-- Sign-ins (会话): the id is the hash of what the browser's session knows.
create table sign_in (
  id        varchar(64) primary key,
  account   varchar(64) not null references account (id),
  opened_at timestamp(6) with time zone not null,
  seen_at   timestamp(6) with time zone not null,
  fresh_at  timestamp(6) with time zone not null,         -- when the person last proved who they are
  stamp     integer not null,                             -- the account's when it opened: another one ends it
  factor    varchar(20) not null,                         -- password, code, recovery, certificate
  address   varchar(64) not null,
  agent     varchar(300) not null,
  ended_at  timestamp(6) with time zone,
  ended_by  varchar(20)                                   -- why: out, idle, limit, more, ended, account
);
create index sign_in_account on sign_in (account, opened_at);

-- The one row of a home that nobody has an account of yet: the hash of the code that its first start printed.
create table home_setup (
  id        smallint primary key,
  code_hash varchar(64) not null,
  until     timestamp(6) with time zone not null
);
