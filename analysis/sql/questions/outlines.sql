-- One row per ring of an area's outline, those of an area together.
create macro questions.outlines() as table
select outline.area, polygon, ring, xs, ys, middle_x, middle_y
from raw.outline as outline
inner join marts.term as term on term.dimension = 'area' and outline.area = term.code
order by term.position, polygon, ring
