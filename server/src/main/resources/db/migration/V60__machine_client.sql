-- Programs of other units that use the interface (接口客户端): what each may do, its secrets, its tokens. A secret and a token
-- are here as SHA-256 only.
create table machine_client (
  id           varchar(64) primary key,
  name         varchar(100) not null,
  unit         varchar(200) not null,
  purpose      varchar(500) not null,
  scopes       varchar(4000) not null,               -- permissions, blanks between
  division     varchar(12) not null,                 -- and what lies in it
  level        integer not null,                     -- the highest classification (contracts 12)
  quota        integer not null,                     -- requests a minute
  addresses    varchar(2000) not null,               -- addresses and networks, blanks between; empty: any
  expires_at   timestamp(6) with time zone not null,
  created_at   timestamp(6) with time zone not null,
  created_by   varchar(100) not null,
  revoked_at   timestamp(6) with time zone,
  revoked_by   varchar(100),
  last_used_at timestamp(6) with time zone,
  check (level between 1 and 4),
  check (quota > 0)
);

create table client_secret (
  id          uuid primary key,
  client      varchar(64) not null references machine_client (id),
  hash        varchar(64) not null,
  made_at     timestamp(6) with time zone not null,
  made_by     varchar(100) not null,
  valid_until timestamp(6) with time zone            -- null: until it is rotated
);
create index client_secret_client on client_secret (client);

create table client_token (
  hash       varchar(64) primary key,
  client     varchar(64) not null references machine_client (id),
  secret     uuid not null references client_secret (id),
  scopes     varchar(4000) not null,
  issued_at  timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
create index client_token_expires_at on client_token (expires_at);
