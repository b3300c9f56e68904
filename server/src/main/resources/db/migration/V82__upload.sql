-- Files that were sent to be looked at before they are submitted: which layer of several is meant is chosen then.
create table submission_upload (
    id uuid not null primary key,
    sha256 varchar(64) not null,             -- of a kept file
    name varchar(200) not null,
    size bigint not null,
    sent_by varchar(200) not null,           -- nobody else may name it
    sent_at timestamp(6) with time zone not null
);

-- Which of the layers that a file holds was read, by the file's own name for it; null: it holds one.
alter table submission_file add column source_layer varchar(200);
