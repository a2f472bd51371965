-- A person, or a household, that turned out to be another one. The row stays as it was, so that the merger can be taken apart; nobody
-- finds it, and its page leads to the one that remains.
alter table people.person
  add column merged_into uuid,
  add constraint a_merged_person_lives_nowhere check (merged_into is null or household_id is null),
  add constraint nobody_is_merged_into_themselves check (merged_into <> id),
  add foreign key (tenant_id, merged_into) references people.person on delete cascade;
create index merged_persons on people.person (tenant_id, merged_into) where merged_into is not null;
alter table people.household
  add column merged_into uuid,
  add constraint no_household_is_merged_into_itself check (merged_into <> id),
  add foreign key (tenant_id, merged_into) references people.household on delete cascade;
create index merged_households on people.household (tenant_id, merged_into) where merged_into is not null;

-- The lists are of those who remain; the condition in the index keeps their counts in the index alone.
drop index people.persons_by_name;
create index persons_by_name on people.person (tenant_id, sort_name, id) where merged_into is null;
drop index people.persons_by_arrival;
create index persons_by_arrival on people.person (tenant_id, arrived_on desc nulls last, sort_name, id) where merged_into is null;
drop index people.persons_by_registration;
create index persons_by_registration on people.person (tenant_id, registered_at) where merged_into is null;

-- Two who were said to be two different people: never proposed again. `merger_id`: said of one who was merged since.
create table people.apart (
  tenant_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_at timestamptz not null,
  said_by uuid,
  merger_id uuid,
  constraint two_who_are_apart_are_written_one_way check (one_id < other_id),
  primary key (tenant_id, one_id, other_id),
  foreign key (tenant_id, one_id) references people.person on delete cascade,
  foreign key (tenant_id, other_id) references people.person on delete cascade
);
create index those_apart_from_the_other on people.apart (tenant_id, other_id);

-- Two who are probably one person, with why: waits for someone to say.
create table people.probable_pair (
  tenant_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  -- Thousandths, as the scorer gives them.
  score smallint not null constraint a_score_lies_between_nothing_and_certain check (score between 0 and 1000),
  reasons text[] not null,
  found_at timestamptz not null,
  constraint a_pair_is_written_one_way check (one_id < other_id),
  primary key (tenant_id, one_id, other_id),
  foreign key (tenant_id, one_id) references people.person on delete cascade,
  foreign key (tenant_id, other_id) references people.person on delete cascade
);
create index pairs_with_the_other on people.probable_pair (tenant_id, other_id);
create index pairs_by_score on people.probable_pair (tenant_id, score desc, found_at desc, one_id, other_id);
create index pairs_by_finding on people.probable_pair (tenant_id, found_at desc, score desc, one_id, other_id);

-- Who is new or was changed, and has still to be compared with all others.
create table people.to_compare (
  tenant_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);

-- How far the comparing of everyone with everyone is.
create table people.comparison (
  tenant_id uuid primary key references kernel.tenant,
  state text not null constraint a_comparison_runs_or_is_done check (state in ('running', 'done')),
  -- Everyone up to this one was compared with all who come after.
  after_id uuid,
  done int not null default 0,
  total int not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz
);

-- One person who stood there twice: what both were before, what was made of them, and what was moved, so that it can be taken apart.
create table people.merger (
  tenant_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  merged_at timestamptz not null,
  merged_by uuid,
  -- The fields of the one that remains, before and after; rows of households likewise; rows of every holding that were moved.
  fields jsonb not null,
  homes jsonb not null,
  moved jsonb not null,
  split_at timestamptz,
  split_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, kept_id) references people.person on delete cascade,
  foreign key (tenant_id, gone_id) references people.person on delete cascade
);
create index mergers_of_who_remains on people.merger (tenant_id, kept_id);
create unique index a_person_is_merged_once on people.merger (tenant_id, gone_id) where split_at is null;

select kernel.guard('people.apart');
select kernel.guard('people.probable_pair');
select kernel.guard('people.to_compare');
select kernel.guard('people.comparison');
select kernel.guard('people.merger');

-- A household that is another one is nobody's household: it has no members and no welcome of its own.
create or replace view people.published_household with (security_invoker = true) as
  select household.tenant_id, household.id as household_id, household.arrived_on, household.municipality_nis, household.municipality_name,
    household.registered_at, living.size, living.contact_languages, living.needs_interpreter
  from people.household
  cross join lateral (
    select count(*)::int as size,
      coalesce(bool_or(person.needs_interpreter), false) as needs_interpreter,
      coalesce((
        select array_agg(spoken.language order by spoken.rank, spoken.place, spoken.language)
        from (
          select language.language, min(language.contact_rank) as rank, min(member_of.place) as place
          from people.household_member as member_of
          join people.person_language as language on language.tenant_id = member_of.tenant_id and language.person_id = member_of.person_id
          where member_of.tenant_id = household.tenant_id and member_of.household_id = household.id and member_of.left_on is null
            and language.contact_rank is not null
          group by language.language
        ) as spoken
      ), '{}') as contact_languages
    from people.household_member as member
    join people.person on person.tenant_id = member.tenant_id and person.id = member.person_id
    where member.tenant_id = household.tenant_id and member.household_id = household.id and member.left_on is null
  ) as living
  where household.merged_into is null;
select kernel.publish('people.published_household');
