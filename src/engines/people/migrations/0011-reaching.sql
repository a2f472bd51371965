-- By which ways a person is reached: also by letter, and through someone or some organisation.
alter table people.contact_way drop constraint a_contact_way_is_of_a_known_kind;
alter table people.contact_way add constraint a_contact_way_is_of_a_known_kind check (kind in ('phone', 'email', 'post', 'through', 'other'));
-- A letter goes to where the person lives when no other address is given; who stands between may be reached on the spot.
alter table people.contact_way drop constraint a_contact_way_says_something;
alter table people.contact_way add constraint a_contact_way_says_something check (value <> '' or kind in ('post', 'through'));
-- Through whom: a neighbour, a brother, an organisation.
alter table people.contact_way add column through text;
alter table people.contact_way add constraint who_stands_between_is_named check ((kind = 'through') = (through is not null) and through <> '');
-- Whether a text message arrives on this telephone; null is "not asked".
alter table people.contact_way add column takes_texts boolean;
alter table people.contact_way add constraint only_a_telephone_takes_text_messages check (takes_texts is null or kind = 'phone');
