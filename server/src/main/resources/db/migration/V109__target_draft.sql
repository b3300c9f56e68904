-- An assigned target is entered by one person and agreed by another (四眼): until then it is a draft and no figure reads it.
create table planning_target_draft (
    id uuid not null primary key,            -- of the target, once it is agreed
    layer varchar(40) not null,
    division varchar(12) not null,
    quantity bigint not null,                -- whole 0.01 m²
    document varchar(200) not null,
    assigned_on date not null,
    in_force_from date not null,
    proposed_at timestamp(6) with time zone not null,
    proposed_by varchar(200) not null,
    decided_at timestamp(6) with time zone,
    decided_by varchar(200),
    agreed boolean,
    words varchar(500)
);
create index planning_target_draft_layer on planning_target_draft (layer);
