-- Lists of cases: what is under way apart from what has ended, the last ended first; a division is asked for as a range of its digits.
create index case_file_ended on case_file (ended_at, id);
create index case_file_division on case_file (division, ended_at);
create index case_follow_case on case_follow (case_id);
