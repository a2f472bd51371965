-- What an address or a school was before it was put right tells where someone was, as much as what it is now.
select people.hide_restricted('people.former_entry');
