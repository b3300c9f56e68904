-- Certificates by their end: the round that warns and writes down what has expired.
create index permit_until on permit (state, valid_until);
