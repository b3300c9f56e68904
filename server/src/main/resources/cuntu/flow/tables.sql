-- A case whose process has begun: the row that everybody locks who moves the case, and which process it is in.
create table flow_case (
    case_id uuid not null primary key,
    process varchar(120) not null            -- key of the definition: the matter's code and the beginning of its hash
);

-- What the token of a case has passed: nodes and flows of the drawing. Kept when the engine's rows are gone. No reference to flow_case:
-- it would make whoever adds a row wait for whoever has locked the case, against the order in which both take their locks.
create table flow_visit (
    case_id uuid not null,
    element varchar(120) not null,
    first_at timestamp(6) with time zone not null,
    primary key (case_id, element)
);
