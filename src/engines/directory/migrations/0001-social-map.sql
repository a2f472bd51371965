create schema directory;

-- The municipalities that the authority works for, by NIS code: a partnership has several, and says here what they are called.
create table directory.municipality (
  tenant_id uuid not null references kernel.tenant,
  nis text not null constraint a_nis_code_has_five_digits check (nis ~ '^\d{5}$'),
  name text not null constraint a_municipality_has_a_name check (name <> ''),
  primary key (tenant_id, nis)
);

create table directory.organisation (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  name text not null constraint an_organisation_has_a_name check (name <> ''),
  phone text,
  email text,
  website text,
  made_at timestamptz not null,
  version int not null default 1,
  -- Each word as it stands and by its Dutch stem.
  words tsvector generated always as (strip(to_tsvector('simple', name) || to_tsvector('dutch', name))) stored,
  primary key (tenant_id, id)
);
create unique index one_organisation_of_a_name on directory.organisation (tenant_id, lower(name));
create index organisations_by_word on directory.organisation using gin (tenant_id, words) with (fastupdate = off);

create table directory.service (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  organisation_id uuid not null,
  name text not null constraint a_service_has_a_name check (name <> ''),
  -- What it does for people, in plain words.
  does text not null default '',
  themes text[] not null constraint a_service_serves_a_theme check (cardinality(themes) > 0),
  -- NIS codes; none means the whole area of the authority.
  municipalities text[] not null default '{}',
  -- BCP 47 codes.
  languages text[] not null default '{}',
  address text,
  phone text,
  -- Where referrals are sent.
  email text,
  website text,
  opening_hours text,
  not_accepting_reason text,
  not_accepting_since date,
  ended_on date,
  last_confirmed_on date not null,
  made_at timestamptz not null,
  version int not null default 1,
  words tsvector generated always as (strip(to_tsvector('simple', name || ' ' || does) || to_tsvector('dutch', name || ' ' || does))) stored,
  -- Themes, languages and municipalities in one index that stays usable under row-level security (@@ is leakproof here, && is not);
  -- their codes cannot be mistaken for one another. '*' stands for the whole area.
  tags tsvector generated always as (
    array_to_tsvector(themes || languages || case when cardinality(municipalities) = 0 then array['*'] else municipalities end)
  ) stored,
  constraint not_accepting_has_a_reason_and_a_day check ((not_accepting_reason is null) = (not_accepting_since is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references directory.organisation
);
create index services_of_an_organisation on directory.service (tenant_id, organisation_id);
create index services_by_word on directory.service using gin (tenant_id, words) with (fastupdate = off);
create index services_by_tag on directory.service using gin (tenant_id, tags) with (fastupdate = off);

select kernel.guard('directory.municipality');
select kernel.guard('directory.organisation');
select kernel.guard('directory.service');

create view directory.published_municipality with (security_invoker = true) as
  select tenant_id, nis, name from directory.municipality;
select kernel.publish('directory.published_municipality');
