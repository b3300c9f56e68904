-- Acts that one person proposes and another decides.
create table four_eyes (
  id          uuid primary key,
  kind        varchar(60) not null,
  subject     varchar(200) not null,
  content     varchar(4000) not null,
  reason      varchar(500) not null,
  proposed_by varchar(100) not null,
  lenders     varchar(1000) not null,                     -- who lent the proposer the right to propose: they do not decide
  proposed_at timestamp(6) with time zone not null,
  until       timestamp(6) with time zone not null,
  state       varchar(20) not null,
  decided_by  varchar(100),
  decided_at  timestamp(6) with time zone,
  remark      varchar(500),
  check (state in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  check (state <> 'APPROVED' or decided_by <> proposed_by)
);
create index four_eyes_proposed on four_eyes (proposed_at);
