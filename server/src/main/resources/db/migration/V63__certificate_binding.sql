-- Which client certificates stood for a person, from when to when, and by whom (等保三级 8.1.4.1 item 7). account.certificate is the one
-- that does now. Of a certificate that was bound by its fingerprint alone the rest is empty, and null where it is a time.
create table certificate_binding (
  account     varchar(64) not null references account (id),
  fingerprint varchar(64) not null,
  bound_at    timestamp(6) with time zone not null,
  bound_by    varchar(100) not null,
  proposed_by varchar(100),
  subject     varchar(300) not null,
  issuer      varchar(300) not null,
  serial_no   varchar(100) not null,
  valid_from  timestamp(6) with time zone,
  valid_until timestamp(6) with time zone,
  ended_at    timestamp(6) with time zone,
  ended_by    varchar(100),
  primary key (account, fingerprint, bound_at)
);
insert into certificate_binding (account, fingerprint, bound_at, bound_by, subject, issuer, serial_no)
select id, certificate, created_at, '', '', '', '' from account where certificate is not null;
