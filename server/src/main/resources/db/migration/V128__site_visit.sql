-- Records of site visits (现场踏勘): signed when they are written, never changed; another visit is another record.
create table site_visit (
    id uuid not null primary key,
    case_id uuid not null,
    division varchar(12) not null,           -- significant digits
    visited_at timestamp(6) with time zone not null,
    lon double precision not null,
    lat double precision not null,
    others varchar(500) not null,            -- who else was there
    findings varchar(4000) not null,
    agrees boolean not null,                 -- the ground is as the application says
    signed_by varchar(200) not null,
    signed_at timestamp(6) with time zone not null,
    leaf varchar(64) not null                -- of the proof log
);
create index site_visit_case on site_visit (case_id, signed_at);

create table site_visit_photo (
    visit uuid not null references site_visit (id),
    position integer not null,
    sha256 varchar(64) not null,
    name varchar(200) not null,
    media varchar(40) not null,
    primary key (visit, position)
);
