-- By what word the desk knew someone goes after the day; these find the few that are left.
create index slots_with_a_word on directory.slot (tenant_id, ends_at) where called is not null;
create index walk_ins_with_a_word on directory.walk_in (tenant_id, came_at) where called is not null;
