-- What people were told; the same occasion once a person. Reading it is the only change.
create table notice (
    id uuid not null primary key,
    account varchar(200) not null,
    occasion varchar(200) not null,
    kind varchar(40) not null,
    noun varchar(40) not null,
    object varchar(200) not null,
    zh varchar(500) not null,
    en varchar(500) not null,
    at timestamp(6) with time zone not null,
    read_at timestamp(6) with time zone,
    unique (account, occasion)
);
create index notice_newest on notice (account, at);
