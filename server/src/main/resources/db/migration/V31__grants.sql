-- Who holds which post, when (任职); half-open days in the city's zone.
create table post_holding (
  id         uuid primary key,
  account    varchar(64) not null references account (id),
  unit       varchar(60) not null,
  post       varchar(60) not null,
  valid_from date not null,
  valid_to   date,
  made_by    varchar(100) not null,
  made_at    timestamp(6) with time zone not null,
  check (valid_to is null or valid_to > valid_from)
);
create index post_holding_account on post_holding (account);
create index post_holding_post on post_holding (unit, post);

-- A role given to a person or to a post, over a division and what lies in it, up to a classification (contracts 12).
create table role_grant (
  id         uuid primary key,
  account    varchar(64) references account (id),
  unit       varchar(60),
  post       varchar(60),
  role       varchar(60) not null,
  division   varchar(12) not null,
  level      integer not null,
  valid_from date not null,
  valid_to   date,
  made_by    varchar(100) not null,
  made_at    timestamp(6) with time zone not null,
  matter     uuid,                                         -- the act of four eyes that gave it; null: by the home's owner
  check (level between 1 and 4),
  check (valid_to is null or valid_to >= valid_from),
  check ((account is not null and unit is null and post is null)
      or (account is null and unit is not null and post is not null))
);
create index role_grant_account on role_grant (account);
create index role_grant_post on role_grant (unit, post);

-- AB角: some of a person's roles lent to another for some days.
create table delegation (
  id         uuid primary key,
  giver      varchar(64) not null references account (id),
  taker      varchar(64) not null references account (id),
  roles      varchar(1000) not null,
  valid_from date not null,
  valid_to   date not null,
  reason     varchar(500) not null,
  made_by    varchar(100) not null,
  made_at    timestamp(6) with time zone not null,
  check (giver <> taker),
  check (valid_to >= valid_from)
);
create index delegation_taker on delegation (taker);
create index delegation_giver on delegation (giver);

-- 三员分立, kept by the database itself: an account has one duty, business or one of the three administrators', by
-- whatever way its roles come to it. A second row of one account cannot be.
create table account_duty (
  account varchar(64) primary key references account (id),
  duty    varchar(20) not null,
  check (duty in ('business', 'system', 'security', 'audit'))
);
