-- For which organisation of the map someone works, over time. One at a time: what they record then counts for one employer.
create table directory.employment (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  from_on date not null,
  -- The last day, itself included; null while it goes on.
  until_on date,
  made_at timestamptz not null,
  constraint employment_ends_after_it_begins check (until_on is null or until_on >= from_on),
  constraint one_employer_at_a_time exclude using gist (tenant_id with =, account_id with =, daterange(from_on, until_on, '[]') with &&),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references kernel.account,
  foreign key (tenant_id, organisation_id) references directory.organisation
);
create index employment_by_organisation on directory.employment (tenant_id, organisation_id);

select kernel.guard('directory.employment');

create view directory.published_employment with (security_invoker = true) as
  select employment.tenant_id, employment.account_id, employment.organisation_id, organisation.name as organisation_name, employment.from_on, employment.until_on
  from directory.employment
  join directory.organisation on organisation.tenant_id = employment.tenant_id and organisation.id = employment.organisation_id;
select kernel.publish('directory.published_employment');
