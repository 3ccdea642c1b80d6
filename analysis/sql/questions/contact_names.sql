-- One row per person whom an offer names as its contact. Personal data: for the search
-- for details in notes alone.
create macro questions.contact_names() as table
select distinct contact_name
from marts.contact
where contact_name is not null
