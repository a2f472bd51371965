create schema figures;

-- Months whose counts have been released. What a month counted when it was released is kept: a number that changed
-- behind a publication would give away by the difference what came in late.
create table figures.released_month (
  tenant_id uuid not null references kernel.tenant,
  figure text not null,
  month date not null constraint a_month_is_its_first_day check (extract(day from month) = 1),
  released_at timestamptz not null,
  revised_at timestamptz,
  primary key (tenant_id, figure, month)
);

-- The counts on which the releases rest, small ones included: never shown, read by the release alone.
create table figures.counted (
  tenant_id uuid not null,
  figure text not null,
  month date not null,
  grouping_code text not null,
  category text not null,
  n int not null constraint only_what_is_there_is_counted check (n > 0),
  primary key (tenant_id, figure, month, grouping_code, category),
  foreign key (tenant_id, figure, month) references figures.released_month on delete cascade
);

-- What everyone with the right to figures may see, and all that pages, files and the API show. '*' is the sum.
create table figures.published (
  tenant_id uuid not null references kernel.tenant,
  figure text not null,
  unit text not null constraint figures_are_per_month_quarter_or_year check (unit in ('month', 'quarter', 'year')),
  starts_on date not null,
  grouping_code text not null,
  category text not null,
  -- Null is hidden: under the threshold, or needed to keep another one hidden.
  n int constraint a_small_count_is_never_published check (n = 0 or n >= 5),
  -- The numbers with which it was ever shown, and whether it was ever hidden: readers may have kept them.
  shown int[] not null,
  was_hidden boolean not null,
  primary key (tenant_id, figure, unit, starts_on, grouping_code, category)
);
create index published_of_a_grouping on figures.published (tenant_id, figure, grouping_code, unit, starts_on) include (category, n);

-- An open statistic as it was published. Not confirmed yet: a preview, which nobody else sees.
create table figures.statistic (
  tenant_id uuid not null references kernel.tenant,
  id uuid not null,
  dataset text not null,
  country text not null,
  country_name text not null,
  source text not null,
  licence text not null,
  -- The day on which the file was taken from its source, as whoever imported it says.
  retrieved_on date not null,
  filename text not null,
  file_hash bytea not null,
  row_count int not null constraint a_statistic_has_rows check (row_count > 0),
  first_year smallint not null,
  last_year smallint not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  imported_at timestamptz,
  primary key (tenant_id, id)
);
create unique index a_file_is_imported_once on figures.statistic (tenant_id, file_hash) where imported_at is not null;

create table figures.application_count (
  tenant_id uuid not null,
  statistic_id uuid not null,
  year smallint not null,
  origin text not null,
  origin_name text not null,
  procedure_type text not null,
  type text not null,
  level text not null,
  unit text not null,
  applied int not null,
  primary key (tenant_id, statistic_id, year, origin, procedure_type, type, level, unit),
  foreign key (tenant_id, statistic_id) references figures.statistic on delete cascade
);

create table figures.decision_count (
  tenant_id uuid not null,
  statistic_id uuid not null,
  year smallint not null,
  origin text not null,
  origin_name text not null,
  procedure_type text not null,
  level text not null,
  unit text not null,
  recognised int not null,
  other int not null,
  rejected int not null,
  closed int not null,
  primary key (tenant_id, statistic_id, year, origin, procedure_type, level, unit),
  foreign key (tenant_id, statistic_id) references figures.statistic on delete cascade
);

select kernel.guard('figures.released_month');
select kernel.guard('figures.counted');
select kernel.guard('figures.published');
select kernel.guard('figures.statistic');
select kernel.guard('figures.application_count');
select kernel.guard('figures.decision_count');
