-- One row per term of some dimensions that is a cell of the grid, in the order shown.
create macro questions.terms_of(of_dimensions) as table
select dimension, code, name
from marts.term
where list_contains(of_dimensions, dimension)
order by term
