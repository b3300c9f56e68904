-- Plans as results (规划成果): a plan, its versions, and of each version the rounds of files, what was made of its maps, and the steps.
-- A version's row says where it stands; all else is only added. What was found lies in long_text, plan/<version>/<round>/findings.
create table planning_plan (
    id uuid not null primary key,
    kind varchar(12) not null,
    name varchar(200) not null,
    division varchar(12) not null,
    significant varchar(12) not null,        -- by these it is shown or not found (contracts 12)
    classification integer not null,
    listing varchar(60),                     -- entry of the list of sector plans
    created_by varchar(200) not null,
    created_at timestamp(6) with time zone not null
);
create index planning_plan_kind on planning_plan (kind, significant);

create table planning_plan_version (
    id uuid not null primary key,
    plan uuid not null references planning_plan (id),
    version integer not null,
    number varchar(40) not null unique,      -- letters-year-serial
    occasion varchar(60) not null,           -- of plans.yaml: new, a kind of amendment
    grounds varchar(2000) not null,
    previous uuid,                           -- the version that it amends
    invented boolean not null,
    delivered_by varchar(200) not null,
    unit varchar(200) not null,
    delivered_at timestamp(6) with time zone not null,
    state varchar(12) not null,
    step integer not null,
    round integer not null,
    task uuid,
    display_from date,
    display_to date,
    display_place varchar(500),
    approval_number varchar(200),
    approval_authority varchar(200),
    approval_date date,
    wanted_from date,                        -- from which day the approval has it in force
    in_force_from date,                      -- since when it is in force; null: it never was
    known_from timestamp(6) with time zone,  -- when that became known
    changed_at timestamp(6) with time zone not null,
    unique (plan, version)
);
create index planning_plan_version_changed on planning_plan_version (changed_at);

create table planning_plan_file (
    version uuid not null references planning_plan_version (id),
    round integer not null,
    position integer not null,
    role varchar(10) not null,               -- TEXT, TABLE, MAP, DOCUMENT, APPROVAL
    material varchar(60) not null,           -- of plans.yaml; of a map the layer's code
    sha256 varchar(64) not null,
    name varchar(200) not null,
    size bigint not null,
    crs varchar(40),
    primary key (version, round, position)
);

create table planning_plan_map (
    version uuid not null references planning_plan_version (id),
    round integer not null,
    layer varchar(40) not null,
    own varchar(64) not null,                -- snapshot of the plan's features alone
    base varchar(64),                        -- the layer's version that it stands on
    candidate varchar(64),                   -- the layer's new version; null: nothing changes, or it is not released
    primary key (version, round, layer)
);

create table planning_plan_step (
    version uuid not null references planning_plan_version (id),
    number integer not null,
    round integer not null,
    step varchar(10) not null,
    step_of varchar(40),
    outcome varchar(10) not null,
    at timestamp(6) with time zone not null,
    actor varchar(200) not null,
    lent_by varchar(1000) not null,          -- accounts, by blanks
    words varchar(1000),
    problems text not null,                  -- JSON
    primary key (version, number)
);
