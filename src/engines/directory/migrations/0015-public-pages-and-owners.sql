-- What the authority decided about its map.
create table directory.setting (
  tenant_id uuid primary key references kernel.tenant,
  has_public_pages boolean not null default true,
  version int not null default 1
);

-- How often the owners of services are asked whether it still holds: dated, since what counts is the term of the day of asking.
create table directory.owner_term (
  tenant_id uuid not null references kernel.tenant,
  valid_from date not null,
  months int not null constraint owners_are_asked_every_so_many_months check (months between 1 and 36),
  first_reminder_days int not null constraint a_reminder_comes_after_days check (first_reminder_days between 1 and 180),
  second_reminder_days int not null,
  link_days int not null constraint a_link_works_some_days check (link_days between 7 and 365),
  set_by uuid,
  set_at timestamptz not null,
  constraint the_second_reminder_comes_after_the_first check (second_reminder_days > first_reminder_days),
  primary key (tenant_id, valid_from)
);

-- A question to the owner of a service whether all still holds, until it is answered or given up.
create table directory.inquiry (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  service_id uuid not null,
  asked_on date not null,
  reminders_sent int not null default 0,
  -- All right as it stands, corrected, said to have ended; or nobody answered.
  outcome text constraint an_inquiry_ends_one_way check (outcome in ('right', 'corrected', 'ended', 'silent')),
  answered_on date,
  constraint an_answer_has_its_day check ((outcome is null) = (answered_on is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references directory.service on delete cascade
);
create unique index one_open_inquiry_per_service on directory.inquiry (tenant_id, service_id) where outcome is null;
create index inquiries_of_a_service on directory.inquiry (tenant_id, service_id, asked_on desc);
create index services_by_confirmation on directory.service (tenant_id, last_confirmed_on) where ended_on is null;

-- What an owner says should change; someone who keeps the map decides.
create table directory.proposal (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  service_id uuid not null,
  -- { name, does, phone, … } as the owner wrote them; { ended: true } for the end of the service.
  proposed jsonb not null,
  made_at timestamptz not null,
  decision text constraint a_proposal_is_taken_or_not check (decision in ('accepted', 'declined')),
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references directory.service on delete cascade
);
create index proposals_that_wait on directory.proposal (tenant_id, made_at) where decision is null;
create index proposals_of_a_service on directory.proposal (tenant_id, service_id);

select kernel.guard('directory.setting');
select kernel.guard('directory.owner_term');
select kernel.guard('directory.inquiry');
select kernel.guard('directory.proposal');
