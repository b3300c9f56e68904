-- Batches (批量): a file of plots, each reviewed as a site of its own against one baseline and one rule set. Rows are only added.
create table batch (
    id varchar(10) not null primary key,
    name varchar(400) not null,
    file_name varchar(400) not null,
    file_hash varchar(64) not null,
    crs varchar(40),                     -- as stated by the user; null: the file says it
    made_at timestamp(6) with time zone not null,
    made_by varchar(200) not null,
    as_of date not null,
    known timestamp(6) with time zone,
    engine integer not null,
    rule_set varchar(64) not null references rule_set (hash),
    project text not null,
    baseline text not null,              -- layers with their resolved hashes
    plots integer not null
);
create index batch_made_at on batch (made_at);

-- The tasks that worked on a batch: the first, and one more each time that it was taken up again.
create table batch_run (
    batch varchar(10) not null references batch (id),
    started_at timestamp(6) with time zone not null,
    task uuid not null,
    primary key (batch, started_at)
);

create table batch_row (
    batch varchar(10) not null references batch (id),
    position integer not null,           -- from 1, in the order of the file
    number varchar(200) not null,
    name varchar(400) not null,
    conclusion varchar(20),              -- null: the plot could not be reviewed
    legal_area bigint,                   -- 0.01 m²
    canonical_hash varchar(64),
    figures text,                        -- land use, 0.01 m²; the answers of layers; the findings
    site text,                           -- original coordinates, doubles as shortest decimals
    problems text,                       -- why the plot could not be reviewed
    primary key (batch, position)
);

-- The reviews that were kept of single rows.
create table batch_review (
    batch varchar(10) not null,
    position integer not null,
    review varchar(10) not null references review (id),
    primary key (batch, position),
    foreign key (batch, position) references batch_row (batch, position)
);
