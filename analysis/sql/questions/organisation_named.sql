-- One row, or none: the organisation that goes or went by a name with this key, and
-- when
-- it was last confirmed.
create macro questions.organisation_named(of_key) as table
select listed.*, confirmed.confirmed_at, confirmed.is_by_word
from questions.organisations() as listed
inner join marts.confirmed as confirmed using (organisation)
where
    listed.organisation = (
        select min(spelling.organisation)
        from marts.spelling as spelling
        inner join marts.organisation as organisation using (organisation)
        where spelling.name_key = of_key or organisation.organisation_key = of_key
    )
