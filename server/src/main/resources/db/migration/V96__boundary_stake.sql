-- Boundary stakes and signs (界桩、标识牌) along a line. The row says how it stands; what happened to it is only added.
create table boundary_stake (
    id uuid not null primary key,
    layer varchar(40) not null,
    number varchar(60) not null,
    kind varchar(10) not null,               -- STAKE, SIGN
    material varchar(60) not null,
    division varchar(12) not null,           -- of the place: county, or the city's own code
    significant varchar(12) not null,
    lon double precision not null,
    lat double precision not null,
    set_on date not null,
    set_by varchar(200) not null,            -- account that entered the setting-out
    state varchar(12) not null,
    accepted_by varchar(200),
    invented boolean not null,
    changed_at timestamp(6) with time zone not null,
    unique (layer, number)
);
create index boundary_stake_layer on boundary_stake (layer, significant);

create table boundary_stake_event (
    stake uuid not null references boundary_stake (id),
    number integer not null,
    act varchar(12) not null,                -- SET, ACCEPT, REJECT, CHECK, DAMAGE, LOSE, REPLACE
    actor varchar(200) not null,
    at timestamp(6) with time zone not null,
    words varchar(1000) not null,
    primary key (stake, number)
);

create table boundary_stake_photo (
    stake uuid not null,
    event integer not null,
    position integer not null,
    sha256 varchar(64) not null,
    name varchar(200) not null,
    media varchar(40) not null,
    exif_lon double precision,               -- as the picture says; shown, not trusted
    exif_lat double precision,
    primary key (stake, event, position),
    foreign key (stake, event) references boundary_stake_event (stake, number)
);
