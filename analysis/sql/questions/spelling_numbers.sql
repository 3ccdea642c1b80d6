-- One row per name that organisations go by, by its key, and the number of its
-- organisation.
create macro questions.spelling_numbers() as table
select name_key, organisation
from marts.spelling
order by name_key
