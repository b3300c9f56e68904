-- What a citizen began by the portal: by these rows the own list is made. The case itself is the engine's.
create table publicservice_application (
    case_id uuid not null primary key,
    account varchar(200) not null,
    matter varchar(60) not null,
    created_at timestamp(6) with time zone not null
);
create index publicservice_application_own on publicservice_application (account, created_at);

-- What the citizen gave for each material, so that it can be looked at again.
create table publicservice_material (
    case_id uuid not null,
    material varchar(60) not null,
    sha256 varchar(64),                      -- null: promised
    name varchar(200) not null,
    media varchar(120) not null,
    at timestamp(6) with time zone not null,
    primary key (case_id, material)
);
create index publicservice_material_file on publicservice_material (sha256);
