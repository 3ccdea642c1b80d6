-- One row per name that an organisation goes by: the organisation, and the name's key.
create macro questions.spellings() as table
select organisation.name as organisation, spelling.name, spelling.name_key
from marts.spelling as spelling
inner join marts.organisation as organisation using (organisation)
order by organisation.name, spelling.name
