-- A file of services that came from another program, from its reading to its result.
create table directory.import (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  filename text not null,
  state text not null constraint an_import_is_in_a_known_state check (state in ('checking', 'ready', 'committing', 'done', 'discarded')),
  done int not null default 0,
  total int not null,
  is_stopping boolean not null default false,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);
create index imports_by_upload on directory.import (tenant_id, uploaded_at desc);

-- One service of the file: as it came or was repaired, until it is taken over.
create table directory.import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  -- Its place in the file, from 1.
  line int not null,
  document jsonb not null,
  name text not null,
  organisation_name text not null,
  organisation_id uuid,
  -- The service in the map that has this id, or that looks the same.
  service_id uuid,
  -- Null until it was checked.
  outcome text constraint a_row_comes_out_one_way check (outcome in ('bad', 'new', 'changed', 'unchanged', 'alike', 'organisation')),
  problems text[] not null default '{}',
  -- The properties that differ from what the map says.
  changes text[] not null default '{}',
  decision text constraint a_row_is_decided_one_way check (decision in ('add', 'update', 'use-organisation', 'leave')),
  became text constraint a_row_becomes_one_thing check (became in ('added', 'changed', 'unchanged', 'left')),
  version int not null default 1,
  primary key (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references directory.import on delete cascade
);
create index import_rows_by_outcome on directory.import_row (tenant_id, import_id, outcome, line);
create index import_rows_unchecked on directory.import_row (tenant_id, import_id, line) where outcome is null;
create index import_rows_to_take_over on directory.import_row (tenant_id, import_id, line) where became is null;
create index import_rows_by_document on directory.import_row (tenant_id, import_id, (lower(document ->> 'id')));
create index services_by_name on directory.service (tenant_id, lower(name));

select kernel.guard('directory.import');
select kernel.guard('directory.import_row');
