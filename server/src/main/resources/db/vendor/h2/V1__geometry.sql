-- H2 has the type geometry built in.
select 1;
