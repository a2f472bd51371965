-- Someone whose name and whereabouts are kept from all but a few: hiding from violence, known to colleagues, under threat. The row of
-- `person` stays, with another name on it, so that counts and whatever hangs on it go on; what tells who it is stands apart and under a
-- policy of the database, so that no query of any part can forget to ask.
create table people.restriction (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The household whose address is hidden too, when everybody in it is restricted.
  household_id uuid,
  reason text not null constraint a_restriction_has_a_known_reason check (reason in ('violence', 'threat', 'colleague', 'asked', 'other')),
  -- Why, in words of whoever restricted; seen by whoever may open.
  words text constraint words_are_not_blank check (words <> ''),
  -- The last day; null as long as nobody lifts it.
  until_day date,
  restricted_by uuid,
  restricted_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade,
  foreign key (tenant_id, household_id) references people.household on delete set null (household_id)
);
create unique index a_person_is_restricted_once on people.restriction (tenant_id, person_id) where ended_at is null;
create index restrictions_that_end on people.restriction (tenant_id, until_day) where ended_at is null;

-- What stood in `person` before: put back when the restriction is lifted.
create table people.restricted_identity (
  tenant_id uuid not null,
  person_id uuid not null,
  given_name text,
  family_name text,
  full_name text not null,
  birth_year smallint,
  birth_month smallint,
  birth_day smallint,
  reference text,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);

-- Accounts that may open the file, beside those whose role lets them.
create table people.restriction_access (
  tenant_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  primary key (tenant_id, person_id, account_id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);

create table people.restriction_opening (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  reason text not null constraint an_opening_is_explained check (reason <> ''),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  constraint a_restricted_file_is_open_for_an_hour_at_most check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes'),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index openings_of_a_restricted_person on people.restriction_opening (tenant_id, person_id, account_id, ends_at);
create index restricted_openings_by_moment on people.restriction_opening (tenant_id, opened_at desc);

alter table people.person add column is_restricted boolean not null default false;

select kernel.guard('people.restriction');
select kernel.guard('people.restricted_identity');
select kernel.guard('people.restriction_access');
select kernel.guard('people.restriction_opening');

-- Who is hidden from this transaction: everyone restricted, but for those it was opened for (src/engines/people/rights/restriction.store.ts).
create function people.opened() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('wegwijs.opened', true), ''), ',')::uuid[], '{}') $$;

-- A row that says who someone is or where they are is seen only where that person is not hidden. Once a query, not once a row.
create function people.hide_restricted(hidden regclass, person_column name default 'person_id') returns void language plpgsql as $$
begin
  execute format('create policy not_of_someone_hidden on %s as restrictive
    using (%I <> all (array(select restriction.person_id from people.restriction where restriction.ended_at is null and restriction.person_id <> all (people.opened()))))', hidden, person_column);
end $$;

select people.hide_restricted('people.restricted_identity');
select people.hide_restricted('people.person_name');
select people.hide_restricted('people.contact_way');
select people.hide_restricted('people.language_assessment');
select people.hide_restricted('people.status_period');
select people.hide_restricted('people.own_address');
select people.hide_restricted('people.schooling');
select people.hide_restricted('people.work_situation');
select people.hide_restricted('people.job');
select people.hide_restricted('people.sealed_note');
select people.hide_restricted('people.merger', 'kept_id');

create policy not_where_all_are_hidden on people.address as restrictive
  using (household_id <> all (array(
    select restriction.household_id from people.restriction where restriction.ended_at is null and restriction.household_id is not null
    except select restriction.household_id from people.restriction where restriction.ended_at is null and restriction.person_id = any (people.opened()))));

do $$
declare
  app_role text := current_setting('wegwijs.app_role');
begin
  execute format('grant execute on function people.opened() to %I', app_role);
end $$;
