-- One row per offer, dimension and cell that would say more if the offer's answer there
-- were known: for aims and focuses a cell of that dimension × area, else of function
-- × area.
create macro questions.missing() as table
from questions.consequence(['function', 'area'], ['function', 'area', 'stage'])
union all
from questions.consequence(['aim', 'area'], ['aim'])
union all
from questions.consequence(['focus', 'area'], ['focus'])
