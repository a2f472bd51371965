-- By when what was decided should be done; null once it is, or when no day was named.
alter table questions.signal add column promised_on date;
