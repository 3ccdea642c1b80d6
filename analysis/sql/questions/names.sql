-- What each organisation is called now, by every key that it goes or went by.
create macro questions.names() as table
select organisation_key as of_key, name
from marts.organisation
union
select spelling.name_key as of_key, organisation.name
from marts.spelling as spelling
inner join marts.organisation as organisation using (organisation)
