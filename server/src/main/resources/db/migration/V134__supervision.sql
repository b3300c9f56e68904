-- Bulletins (通报): a month's figures as they were released, never changed. The figures lie in long_text, bulletin/<id>.
create table supervision_bulletin (
    id uuid not null primary key,
    month_of varchar(7) not null unique,     -- 2026-10
    words varchar(2000) not null,
    sha256 varchar(64) not null,             -- of month, words and figures
    released_by varchar(200) not null,
    released_at timestamp(6) with time zone not null,
    leaf varchar(64) not null
);
create index supervision_case_accepted on case_file (accepted_at);
create index supervision_task_done on case_task (done_at);
