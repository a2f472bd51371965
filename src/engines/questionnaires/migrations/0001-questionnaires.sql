create schema questionnaires;

-- One filling-in of a questionnaire about one subject. The questionnaire itself is kept by who asks, at the version that was asked.
create table questionnaires.response (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  questionnaire text not null,
  subject_type text not null,
  subject_id uuid not null,
  -- BCP 47: the language in which it was asked.
  language text not null,
  opened_at timestamptz not null,
  opened_by uuid,
  completed_at timestamptz,
  completed_by uuid,
  primary key (tenant_id, id)
);
create unique index a_questionnaire_is_open_once_per_subject on questionnaires.response (tenant_id, subject_type, subject_id, questionnaire) where completed_at is null;
create index responses_of_a_subject on questionnaires.response (tenant_id, subject_type, subject_id);

-- Saved page by page; each page has its own version, so that two people on two pages do not stand in each other's way.
create table questionnaires.page_answer (
  tenant_id uuid not null,
  response_id uuid not null,
  page text not null,
  answers jsonb not null constraint answers_are_by_field check (jsonb_typeof(answers) = 'object'),
  saved_at timestamptz not null,
  saved_by uuid,
  version int not null default 1,
  primary key (tenant_id, response_id, page),
  foreign key (tenant_id, response_id) references questionnaires.response
);

-- What stood on a page before it was corrected after the end: a correction adds, it wipes nothing out.
create table questionnaires.earlier_answer (
  tenant_id uuid not null,
  response_id uuid not null,
  page text not null,
  version int not null,
  answers jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (tenant_id, response_id, page, version),
  foreign key (tenant_id, response_id) references questionnaires.response
);

select kernel.guard('questionnaires.response');
select kernel.guard('questionnaires.page_answer');
select kernel.guard('questionnaires.earlier_answer');
