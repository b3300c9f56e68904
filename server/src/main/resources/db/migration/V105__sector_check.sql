-- Rounds of checking a sector plan's ground against the master plan (衔接核对); only added. What was found lies in long_text,
-- sector/<code>/<round>/findings.
create table sector_round (
    code varchar(40) not null references sector_entry (code),
    round integer not null,
    begun_by varchar(200) not null,
    lent_by varchar(1000) not null,          -- accounts, by blanks
    begun_at timestamp(6) with time zone not null,
    file varchar(64) not null,
    file_name varchar(200) not null,
    file_size bigint not null,
    crs varchar(40),
    width double precision,                  -- metres of the corridor of lines; null: areas
    task uuid,
    state varchar(10) not null,              -- WORKING, DONE, REFUSED
    verdict varchar(20),
    area bigint,                             -- whole 0.01 m²
    hash varchar(64),                        -- of the canonical result
    problems text,                           -- JSON
    primary key (code, round)
);
