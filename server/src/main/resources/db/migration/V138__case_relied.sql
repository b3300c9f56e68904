-- What the platform knew of a case's materials when it was handed in: who stands on a certificate is told when it ends.
create table case_relied (
    case_id uuid not null references case_file (id),
    material varchar(60) not null,
    kind varchar(20) not null,               -- certificate, conditions, survey, case
    object varchar(120) not null,
    number varchar(200) not null,
    hash varchar(64) not null,
    valid_until date,                        -- first day no longer valid; null: without end
    at timestamp(6) with time zone not null,
    primary key (case_id, material, kind, object)
);
create index case_relied_number on case_relied (number);

-- What may be changed in a round of correction that names it; a round without a row may change everything.
create table case_correction (
    case_id uuid not null references case_file (id),
    round integer not null,
    kind varchar(10) not null,               -- FIELD, MATERIAL
    name varchar(60) not null,
    primary key (case_id, round, kind, name)
);

-- What open and approved cases were looked at with last: the version in force of each layer and rule.
create table case_ground (
    subject varchar(200) not null primary key, -- layer <code>, rule <id>
    version varchar(200) not null,
    at timestamp(6) with time zone not null
);
