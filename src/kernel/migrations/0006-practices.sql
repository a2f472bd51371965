-- Practices that the authority has: shipped ones once they are adopted, and those that came in as a file. What is kept is what was adopted.
create table kernel.practice (
  tenant_id uuid not null references kernel.tenant,
  practice text not null constraint a_practice_has_a_code check (practice ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  version int not null constraint a_version_counts_from_one check (version >= 1),
  content jsonb not null,
  kept_at timestamptz not null,
  adopted_at timestamptz,
  adopted_by uuid,
  primary key (tenant_id, practice)
);
select kernel.guard('kernel.practice');
