-- The people around someone, near and far: relatives, neighbours, school, doctor, club, professionals, and the one who commits for good.
-- Who left stays, with the day, so that the network can be seen as it was.
create table people.tie (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Another person of the register, or a name alone.
  other_id uuid,
  name text constraint a_tie_is_not_blank check (name <> ''),
  sector text not null constraint a_tie_is_of_a_known_kind check (sector in ('family', 'friends', 'school-work', 'professionals')),
  relation text not null constraint a_tie_has_a_relation check (relation <> ''),
  closeness text not null constraint a_tie_is_near_or_far check (closeness in ('near', 'middle', 'far')),
  -- Commits for good, also after care ends.
  is_support boolean not null default false,
  lives text constraint a_tie_lives_somewhere_known check (lives in ('same-town', 'elsewhere', 'abroad')),
  contact_every text constraint contact_has_a_known_rhythm check (contact_every in ('day', 'week', 'month', 'year', 'never')),
  language text constraint a_language_is_a_bcp_47_code check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  contact text constraint a_contact_is_not_blank check (contact <> ''),
  since_day date,
  until_day date,
  noted_at timestamptz not null,
  version int not null default 1,
  constraint a_tie_is_with_someone check (num_nonnulls(other_id, name) = 1),
  constraint nobody_is_tied_to_themselves check (other_id <> person_id),
  constraint a_tie_ends_after_it_begins check (until_day >= since_day),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people.person on delete cascade,
  foreign key (tenant_id, other_id) references people.person on delete cascade
);
create index ties_of_a_person on people.tie (tenant_id, person_id);
create index ties_with_the_other on people.tie (tenant_id, other_id) where other_id is not null;

select kernel.guard('people.tie');
select people.hide_restricted('people.tie');

-- How often people moved and lost someone who cared for them, a year; of nobody in particular.
create view people.published_continuity with (security_invoker = true) as
  select tenant_id, year, sum(moves)::int as moves, sum(carers)::int as carer_changes, count(distinct person_id)::int as persons
  from (
    select tenant_id, person_id, extract(year from left_on)::int as year, 1 as moves, 0 as carers from people.household_member where left_on is not null
    union all
    select member.tenant_id, member.person_id, extract(year from address.until_day)::int, 1, 0
    from people.household_member as member
    join people.address on address.tenant_id = member.tenant_id and address.household_id = member.household_id
    where address.until_day is not null and (member.joined_on is null or address.until_day > member.joined_on) and (member.left_on is null or address.until_day < member.left_on)
    union all
    select tenant_id, person_id, extract(year from until_day)::int, 0, 1 from people.tie where sector = 'professionals' and until_day is not null
  ) as change
  group by tenant_id, year;
select kernel.publish('people.published_continuity');
