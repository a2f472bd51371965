-- Calendar feeds are kept by the kernel, for all engines.
alter table cases.worker drop column feed_made_at;
