-- Cases by their ground: a box is looked for among those of its width; 0 below 0.001 degrees, 1 below 0.01, 2 below 0.1, 3 the rest.
alter table case_file add column wide smallint;
update case_file
set wide = case when east - west < 0.001 then 0 when east - west < 0.01 then 1 when east - west < 0.1 then 2 else 3 end
where west is not null;
drop index case_file_west;
create index case_file_wide on case_file (wide, west);
-- Cases of which somebody did a step, without reading the steps.
create index case_task_doer on case_task (done_by, case_id);
-- What is free in a division, and what is under way there, without reading the rest of the city.
drop index case_task_holder;
create index case_task_holder on case_task (holder, open, division);
drop index case_file_ended;
create index case_file_ended on case_file (ended_at, division, id);
