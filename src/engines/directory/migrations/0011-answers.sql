-- How a service answered what was referred to it: told by the engine that refers, never by hand.
create table directory.answer (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  service_id uuid not null,
  outcome text not null constraint an_answer_is_yes_no_or_none check (outcome in ('accepted', 'declined', 'none')),
  -- Days from sending to the answer; for 'none' the days that were waited in vain.
  days int not null constraint an_answer_takes_no_negative_time check (days >= 0),
  noted_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references directory.service
);
create index answers_of_a_service on directory.answer (tenant_id, service_id, noted_at desc);

-- What the last answers come to, kept with the service since every search ranks by it. Null within: too few, or mostly silence.
alter table directory.service
  add column answers_counted int not null default 0,
  add column answers_within int;

select kernel.guard('directory.answer');
