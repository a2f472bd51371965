-- Parts of words as lexemes: only @@ may use an index under row-level security, and a name is found by a part of it or with a slip of the pen.
alter table directory.service add column trigrams tsvector generated always as (array_to_tsvector(show_trgm(name))) stored;
alter table directory.organisation add column trigrams tsvector generated always as (array_to_tsvector(show_trgm(name))) stored;
create index services_by_part_of_name on directory.service using gin (tenant_id, trigrams) with (fastupdate = off);
create index organisations_by_part_of_name on directory.organisation using gin (tenant_id, trigrams) with (fastupdate = off);

-- What lies beside what is the authority's to say: a service next door is nearer than one at the other end of the area.
alter table directory.municipality add column neighbours text[] not null default '{}';
