-- Yearly change packages (年度变更增量包): the version that a package is held against, and the rows of its process layer.
alter table submission_round add column previous varchar(64);
alter table submission_round add column process varchar(64);
