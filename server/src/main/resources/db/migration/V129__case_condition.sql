-- Which plan-condition sheet a case ended with, and who asked for it.
create table case_condition (
    case_id uuid not null primary key,
    sheet uuid not null references plan_condition (id),
    number varchar(40) not null,
    holder_kind varchar(10) not null,        -- natural, legal, agency
    holder varchar(200) not null
);
create index case_condition_holder on case_condition (holder);
