-- Survey results (测绘成果) registered once and used by every case of a project (多测合一).
create table survey_result (
    id uuid not null primary key,
    project_code varchar(40) not null,
    stage varchar(40) not null,              -- of permitting.yaml
    title varchar(200) not null,
    surveyor varchar(200) not null,
    surveyed_on date not null,
    division varchar(12) not null,           -- significant digits
    area bigint not null,                    -- LegalArea, whole 0.01 m²
    site text not null,                      -- FeatureCollection, EPSG:4490
    west double precision not null,
    south double precision not null,
    east double precision not null,
    north double precision not null,
    sha256 varchar(64) not null,             -- of the file
    file_name varchar(200) not null,
    hash varchar(64) not null,               -- of the canonical content
    state varchar(12) not null,              -- REGISTERED, CHECKED, REJECTED
    registered_by varchar(200) not null,
    lent_by varchar(1000) not null,          -- accounts that lent the right, by blanks
    registered_at timestamp(6) with time zone not null,
    checked_by varchar(200),
    checked_at timestamp(6) with time zone,
    words varchar(1000) not null,            -- of the check
    invented boolean not null,
    searched varchar(1000) not null          -- lower case
);
create index survey_result_project on survey_result (project_code, stage);
create index survey_result_box on survey_result (west, east);
create index survey_result_registered on survey_result (registered_at);
