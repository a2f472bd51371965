-- The authority's own themes, each under a theme of the shared list: what they count as can be compared everywhere.
create table directory.sub_theme (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  label text not null constraint a_sub_theme_has_a_label check (label <> ''),
  made_at timestamptz not null,
  -- The first day on which it is no longer chosen; what was recorded under it stays.
  ended_on date,
  version int not null default 1,
  primary key (tenant_id, id)
);
create unique index one_sub_theme_of_a_label on directory.sub_theme (tenant_id, lower(label)) where ended_on is null;

-- Under which theme a sub-theme counts, from a day on until its next row.
create table directory.sub_theme_under (
  tenant_id uuid not null references kernel.tenant,
  sub_theme_id uuid not null,
  from_day date not null,
  theme text not null,
  set_at timestamptz not null,
  primary key (tenant_id, sub_theme_id, from_day),
  foreign key (tenant_id, sub_theme_id) references directory.sub_theme
);

select kernel.guard('directory.sub_theme');
select kernel.guard('directory.sub_theme_under');

create view directory.published_sub_theme with (security_invoker = true) as
  select tenant_id, id as sub_theme_id, label, ended_on from directory.sub_theme;
select kernel.publish('directory.published_sub_theme');
