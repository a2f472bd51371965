create schema people;

-- A family, or one person alone, that lives together. Its arrival starts the clock of the welcome.
create table people.household (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  -- What the authority's own system calls it; recognises the same household in the next export.
  reference text constraint a_reference_is_not_blank check (reference <> ''),
  arrived_on date,
  municipality_nis text constraint a_nis_code_has_five_digits check (municipality_nis ~ '^\d{5}$'),
  municipality_name text constraint a_municipality_has_a_name check (municipality_name <> ''),
  registered_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);
create index households_by_reference on people.household (tenant_id, reference) where reference is not null;
create index households_by_arrival on people.household (tenant_id, arrived_on desc, id);
-- For the list of municipalities that households live in, read by leaping from name to name.
create index households_by_municipality on people.household (tenant_id, municipality_name, municipality_nis);

create table people.person (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  -- The parts only when they are known as parts; the whole always.
  given_name text constraint a_given_name_is_not_blank check (given_name <> ''),
  family_name text constraint a_family_name_is_not_blank check (family_name <> ''),
  full_name text not null constraint a_person_has_a_name check (full_name <> ''),
  -- Folded, in Latin letters, family name first: the order of lists. Bytewise, so that every machine sorts alike.
  sort_name text collate "C" not null,
  birth_year smallint constraint a_birth_year_is_of_someone_alive check (birth_year between 1850 and 2200),
  birth_month smallint constraint a_year_has_twelve_months check (birth_month between 1 and 12),
  birth_day smallint,
  gender text constraint a_gender_is_a_word check (length(gender) between 1 and 40),
  needs_interpreter boolean,
  reference text constraint a_reference_is_not_blank check (reference <> ''),
  arrived_on date,
  -- Where the person lives now; who lived where before stands in household_member.
  household_id uuid,
  -- What the person is found by: words and sounds of every name, and marks ('#contact-ar', '#nationality-SY', '#municipality-halle',
  -- '#interpreter', '#born-1988') for the filters of lists and for duplicates. One column and one operator, @@, since that one is leakproof here and so may use an
  -- index under row-level security.
  search tsvector not null,
  registered_at timestamptz not null,
  version int not null default 1,
  constraint a_birth_day_has_its_month check (birth_day is null or birth_month is not null),
  constraint a_birth_day_exists check (
    birth_day between 1 and case when birth_month in (4, 6, 9, 11) then 30
      when birth_month = 2 then case when birth_year is null or (birth_year % 4 = 0 and (birth_year % 100 <> 0 or birth_year % 400 = 0)) then 29 else 28 end
      else 31 end),
  primary key (tenant_id, id),
  foreign key (tenant_id, household_id) references people.household
);
create index persons_by_name on people.person (tenant_id, sort_name, id);
create index persons_by_arrival on people.person (tenant_id, arrived_on desc nulls last, sort_name, id);
create index persons_by_registration on people.person (tenant_id, registered_at);
create index persons_of_a_household on people.person (tenant_id, household_id);
create index persons_by_search on people.person using gin (tenant_id, search) with (fastupdate = off);

-- The name once more: in another script, as another document spells it, from before a marriage, or as the person is called.
create table people.person_name (
  tenant_id uuid not null,
  person_id uuid not null,
  place smallint not null,
  script text not null constraint a_script_is_an_iso_15924_code check (script ~ '^[A-Z][a-z]{3}$'),
  kind text not null constraint another_name_is_of_a_known_kind check (kind in ('script', 'spelling', 'birth', 'called')),
  full_name text not null constraint another_name_is_not_blank check (full_name <> ''),
  primary key (tenant_id, person_id, place),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);

-- As many as a person has, in the order told; 'XX' is none.
create table people.person_nationality (
  tenant_id uuid not null,
  person_id uuid not null,
  place smallint not null,
  country text not null constraint a_country_is_an_iso_3166_code check (country ~ '^[A-Z]{2}$'),
  primary key (tenant_id, person_id, country),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);

create table people.person_language (
  tenant_id uuid not null,
  person_id uuid not null,
  language text not null constraint a_language_is_a_bcp_47_code check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- 1 is the language to speak and write in first; null is a language for which contact was not asked.
  contact_rank smallint constraint a_contact_language_has_a_rank_from_one check (contact_rank >= 1),
  primary key (tenant_id, person_id, language),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);

create table people.contact_way (
  tenant_id uuid not null,
  person_id uuid not null,
  place smallint not null,
  kind text not null constraint a_contact_way_is_of_a_known_kind check (kind in ('phone', 'email', 'other')),
  value text not null constraint a_contact_way_says_something check (value <> ''),
  is_preferred boolean not null default false,
  primary key (tenant_id, person_id, place),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create unique index one_preferred_way_of_contact on people.contact_way (tenant_id, person_id) where is_preferred;

-- What two records of the same person have in common beside a name: a digest of the register number ('register:'), the reference
-- of a source ('reference:'), a mail address or telephone ('contact:'). Finds probable duplicates; never decides.
create table people.person_key (
  tenant_id uuid not null,
  key text not null,
  person_id uuid not null,
  primary key (tenant_id, key, person_id),
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index keys_of_a_person on people.person_key (tenant_id, person_id);

-- The authority's own key of the digests of register numbers, so that the digests of two authorities say nothing together. Whoever
-- holds a copy of the whole database holds it too: it keeps numbers from readers and exports, not from a thief of everything.
create table people.register_key (
  tenant_id uuid primary key references kernel.tenant,
  secret bytea not null constraint a_register_key_has_32_bytes check (length(secret) = 32)
);

-- Who belongs to which household, from when until when; left_on is the first day elsewhere.
create table people.household_member (
  tenant_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  role text not null constraint a_member_has_a_known_role check (role in ('reference', 'partner', 'child', 'parent', 'sibling', 'other')),
  place smallint not null,
  joined_on date,
  left_on date,
  constraint a_member_leaves_after_joining check (left_on >= joined_on),
  primary key (tenant_id, household_id, person_id),
  foreign key (tenant_id, household_id) references people.household,
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index households_of_a_person on people.household_member (tenant_id, person_id);
create unique index one_reference_person_in_a_household on people.household_member (tenant_id, household_id) where role = 'reference' and left_on is null;

-- Where a household lives or lived; the one without an end is where letters go. Who has two homes belongs to two households.
create table people.address (
  tenant_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  street text,
  number text,
  box text,
  postcode text,
  municipality_nis text constraint a_nis_code_has_five_digits check (municipality_nis ~ '^\d{5}$'),
  municipality_name text,
  from_day date,
  until_day date,
  constraint an_address_ends_after_it_began check (until_day >= from_day),
  constraint an_address_says_something check (num_nonnulls(street, number, box, postcode, municipality_nis, municipality_name) > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, household_id) references people.household
);
create index addresses_of_a_household on people.address (tenant_id, household_id);
create unique index one_address_for_letters on people.address (tenant_id, household_id) where until_day is null;

select kernel.guard('people.household');
select kernel.guard('people.person');
select kernel.guard('people.person_name');
select kernel.guard('people.person_nationality');
select kernel.guard('people.person_language');
select kernel.guard('people.contact_way');
select kernel.guard('people.person_key');
select kernel.guard('people.register_key');
select kernel.guard('people.household_member');
select kernel.guard('people.address');

-- What the welcome needs to know of a household, without a name: for the engine that keeps its clock.
create view people.published_household with (security_invoker = true) as
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
  ) as living;
select kernel.publish('people.published_household');
