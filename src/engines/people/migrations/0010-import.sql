-- A newcomer list that was uploaded, from its columns to its result.
create table people.newcomer_list (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  filename text not null,
  -- SHA-256 of the file: tells that the very same file came before.
  digest bytea not null,
  -- What the file is and how it was read, for the page that shows it.
  source jsonb not null,
  header text[] not null,
  -- Per column the field it holds, '' for a column that is not taken over.
  mapping text[] not null constraint each_column_has_its_place_in_the_mapping check (cardinality(mapping) = cardinality(header)),
  state text not null constraint a_list_is_in_a_known_state check (state in ('columns', 'checking', 'ready', 'committing', 'done', 'discarded')),
  -- How far the job is that runs now.
  done int not null default 0,
  total int not null default 0,
  -- Someone asked the job to stop at the next safe point.
  is_stopping boolean not null default false,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);
create index newcomer_lists_by_upload on people.newcomer_list (tenant_id, uploaded_at desc);

-- One row of a list, as it came or as it was repaired, until it is taken over: then only what became of it stays.
create table people.newcomer_row (
  tenant_id uuid not null,
  list_id uuid not null,
  -- Its line in the file.
  line int not null,
  cells text[] not null,
  -- What was understood; null as long as something is wrong.
  person jsonb,
  problems jsonb not null default '[]',
  warnings jsonb not null default '[]',
  -- Null until it was checked.
  outcome text constraint a_row_comes_out_one_way check (outcome in ('bad', 'new', 'changed', 'unchanged', 'duplicate')),
  -- Rows that live together have one number, the line of the first of them.
  household_no int not null,
  -- Digests by which the same person is recognised in the next list, and of all that the row says.
  identity text[] not null default '{}',
  fingerprint text,
  -- The person in the register: recognised, chosen, or registered.
  person_id uuid,
  candidates jsonb not null default '[]',
  differences jsonb not null default '[]',
  decision text constraint a_row_is_decided_one_way check (decision in ('same', 'same-update', 'different', 'later', 'leave')),
  -- The line of the row that this one was said to be the same as.
  same_as int,
  became text constraint a_row_becomes_one_thing check (became in ('registered', 'changed', 'linked', 'unchanged', 'left', 'merged')),
  version int not null default 1,
  primary key (tenant_id, list_id, line),
  foreign key (tenant_id, list_id) references people.newcomer_list on delete cascade,
  foreign key (tenant_id, person_id) references people.person on delete set null (person_id)
);
create index newcomer_rows_by_outcome on people.newcomer_row (tenant_id, list_id, outcome, line);
create index newcomer_rows_to_take_over on people.newcomer_row (tenant_id, list_id, household_no, line) where became is null;
create index newcomer_rows_of_a_person on people.newcomer_row (tenant_id, person_id) where person_id is not null;

-- Who was recognised or registered by which row before: a digest of what tells a person apart in lists, and of all the row said,
-- so that the same row again changes nothing.
create table people.newcomer_source (
  tenant_id uuid not null,
  key text not null,
  person_id uuid not null,
  fingerprint text not null,
  seen_at timestamptz not null,
  primary key (tenant_id, key),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index newcomer_sources_of_a_person on people.newcomer_source (tenant_id, person_id);

select kernel.guard('people.newcomer_list');
select kernel.guard('people.newcomer_row');
select kernel.guard('people.newcomer_source');
