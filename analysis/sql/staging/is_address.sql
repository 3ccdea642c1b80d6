-- One truth, not a relation: whether a text is an e-mail address.
create macro staging.is_address(said) as
regexp_full_match(trim(said), '[^@\s]+@[^@\s]+\.[^@\s]+')
