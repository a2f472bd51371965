-- Who is probably known with another authority too, as a blind comparison found. Each side has its own row under the same id, with its own
-- person; of the other's person it knows nothing but what the other says of the pair.
create table people.elsewhere (
  tenant_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  partner_name text not null,
  person_id uuid not null,
  -- How many kinds of facts agree: two at least, four at most.
  kinds smallint not null constraint a_pair_rests_on_two_kinds_of_facts check (kinds between 2 and 4),
  found_at timestamptz not null,
  -- What each of the two says of it.
  own_says text constraint a_pair_is_the_same_person_or_not check (own_says in ('same', 'different')),
  partner_says text constraint the_other_says_the_same_or_not check (partner_says in ('same', 'different')),
  said_by uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, agreement_id) references kernel.agreement,
  foreign key (tenant_id, person_id) references people.person on delete cascade
);
create index elsewhere_of_a_person on people.elsewhere (tenant_id, person_id);
-- On which day two authorities were last compared.
create table people.compared_elsewhere (
  tenant_id uuid not null,
  agreement_id uuid not null,
  compared_on date not null,
  primary key (tenant_id, agreement_id),
  foreign key (tenant_id, agreement_id) references kernel.agreement
);
select kernel.guard('people.elsewhere');
select kernel.guard('people.compared_elsewhere');
