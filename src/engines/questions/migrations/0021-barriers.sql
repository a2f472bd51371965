-- What stood in the way of the help that was asked for: a code, and the service of the social map where it was met.
create table questions.barrier (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  question_id uuid not null,
  reason text not null constraint a_barrier_has_a_reason check (reason <> ''),
  -- Null where it is no one service's: nothing was found, or it is about the town as a whole.
  service_id uuid,
  noted_at timestamptz not null,
  -- Null for the platform or another program's token.
  noted_by uuid,
  primary key (tenant_id, id),
  constraint a_question_meets_a_barrier_once unique nulls not distinct (tenant_id, question_id, reason, service_id),
  -- A question that is undone was never asked.
  foreign key (tenant_id, question_id) references questions.question on delete cascade,
  foreign key (tenant_id, service_id) references directory.service
);
create index barriers_of_a_service on questions.barrier (tenant_id, service_id) where service_id is not null;

select kernel.guard('questions.barrier');
