-- Stored reviews (contracts 4, 5): all that went in, the canonical result, what was shown. Rows are only added.
create table rule_set (
    hash varchar(64) not null primary key,
    text text not null
);

create table review (
    id varchar(10) not null primary key,
    name varchar(400) not null,
    made_at timestamp(6) with time zone not null,
    made_by varchar(200) not null,
    as_of date not null,
    known timestamp(6) with time zone,
    conclusion varchar(20) not null,
    legal_area bigint not null,          -- 0.01 m²
    engine integer not null,
    rule_set varchar(64) not null references rule_set (hash),
    project text not null,
    site text not null,                  -- original coordinates, doubles as shortest decimals
    baseline text not null,              -- layers with their resolved hashes
    canonical text not null,
    canonical_hash varchar(64) not null,
    json_zh text not null,
    json_en text not null,
    file_hash varchar(64)                -- of the upload
);
create index review_made_at on review (made_at);
