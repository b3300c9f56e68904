-- The versions of the matters (事项): the texts of a folder as they were when it was first loaded, by the hash of their content. Only added;
-- a case goes on with the version that it began with.
create table matter_version (
    code varchar(40) not null,
    hash varchar(64) not null,
    content text not null,                   -- JSON: path below the folder → text
    loaded_at timestamp(6) with time zone not null,
    primary key (code, hash)
);
