-- The candidate sites of a case (比选), held against one another once and kept with the one that was chosen. Another comparison is another row.
create table candidate_sites (
    id uuid not null primary key,
    case_id uuid not null,
    division varchar(12) not null,           -- significant digits
    content text not null,                   -- canonical JSON: sites, clocks, figures, chosen, why
    hash varchar(64) not null,
    compared_by varchar(200) not null,
    compared_at timestamp(6) with time zone not null
);
create index candidate_sites_case on candidate_sites (case_id, compared_at);
