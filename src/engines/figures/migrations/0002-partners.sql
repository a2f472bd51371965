-- Released figures of authorities that agreed to share theirs: cells for their whole area, as they published them.
create table figures.partner_cell (
  tenant_id uuid not null,
  agreement_id uuid not null,
  figure text not null,
  unit text not null constraint figures_are_per_month_quarter_or_year check (unit in ('month', 'quarter', 'year')),
  starts_on date not null,
  category text not null,
  -- Null is hidden; the number behind it never left the authority that counted it.
  n int constraint a_small_count_is_never_published check (n = 0 or n >= 5),
  primary key (tenant_id, agreement_id, figure, unit, starts_on, category),
  foreign key (tenant_id, agreement_id) references kernel.agreement
);
select kernel.guard('figures.partner_cell');
