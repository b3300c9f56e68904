-- An upload that nobody submitted is removed: first the row of its content, then the content, then this row, each of which a broken run
-- finds where it was left.
alter table submission_upload add column removed_at timestamp(6) with time zone;
create index submission_upload_sent on submission_upload (sent_at);
