-- A plan that turns the conclusion of a stored review is told to its maker in the same list as a line's change: kind AGREED when the
-- last review has agreed to it, ENTERED when it is in force. A notice is of a proposal or of a version of a plan.
alter table planning_notice alter column proposal drop not null;
alter table planning_notice add column plan_version uuid references planning_plan_version (id);
