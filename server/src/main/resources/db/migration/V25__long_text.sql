-- Texts without a bound lie in pieces: a row that holds them whole makes a page of the database as large as they are, and an
-- embedded database of a few such rows no longer opens within the server's heap.
create table long_text (
    id varchar(120) not null,            -- what it belongs to, such as review/r-12345678/canonical
    piece integer not null,
    bytes bytea not null,                -- of its gzip, at most 64 KiB
    primary key (id, piece)
);

-- Reviews and drafts of earlier versions keep theirs in the row.
alter table review alter column site drop not null;
alter table review alter column canonical drop not null;
alter table review alter column json_zh drop not null;
alter table review alter column json_en drop not null;
alter table draft alter column content drop not null;
