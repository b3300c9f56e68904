-- the sequencer looks here several times a second; entries that have their place are not in it
create index proof_entry_waiting on proof_entry (at, id) where idx is null;
