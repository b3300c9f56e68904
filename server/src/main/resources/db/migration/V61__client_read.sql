-- Which entry of the proof log stands for a client's reads of an hour and grant (contracts 7). The hour is counted from 1970.
create table client_read (
  client varchar(100) not null,
  permission varchar(100) not null,
  hour_no bigint not null,
  leaf   varchar(64) not null,
  primary key (client, permission, hour_no)
);
