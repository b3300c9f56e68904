-- Names by their tokens (contracts 9): pairs of characters, first letters of pinyin, codes. What is in it can be made anew.
create table search_token (
    token varchar(8) not null,
    noun varchar(20) not null,
    scope varchar(64) not null,          -- the snapshot in which the id is a feature; '' when ids are the noun's own
    id varchar(100) not null,
    primary key (token, noun, scope, id)
);
create index search_token_id on search_token (noun, scope, id);

-- which scopes are filled, and by which version of the tokens
create table search_fill (
    noun varchar(20) not null,
    scope varchar(64) not null,
    version integer not null,
    filled_at timestamp(6) with time zone not null,
    primary key (noun, scope)
);

-- where a stored review lies: its box in degrees, from which the engine finds what really meets
create table review_ground (
    review varchar(10) not null primary key references review (id),
    west double precision not null,
    south double precision not null,
    east double precision not null,
    north double precision not null
);
create index review_ground_west on review_ground (west);
